import type { Class } from "../model/class.js";
import { fieldOf, type NounDefinition, nounOf } from "../model/dictionary.js";
import { declaredOf, type GroupDimension, type Measure, type Measured } from "../model/grouping.js";

const known = new WeakMap<NounDefinition, ReadonlyMap<string, GroupDimension>>();

/** The dimensions of a noun by name: those of its fields, then those that its class declares. */
export function dimensionsOf(noun: NounDefinition): ReadonlyMap<string, GroupDimension> {
  const found = known.get(noun);
  if (found) return found;
  const ofFields = [...noun.fields.values()].flatMap((field) => field.dimensions());
  const dimensions = new Map(ofFields.map((one) => [one.name, one]));
  for (const { name, make } of declaredOf(noun.target).dimensions) {
    if (dimensions.has(name)) throw new Error(`${noun.name} has two dimensions ${name}`);
    dimensions.set(name, make(noun.target));
  }
  known.set(noun, dimensions);
  return dimensions;
}

/** The dimension of this name, which the noun must have. */
export function dimensionOf(noun: NounDefinition, name: string): GroupDimension {
  const found = ownDimension(noun, name) ?? dimensionsOf(noun).get(name);
  if (!found) throw new Error(`${noun.name} has no dimension ${name}`);
  return found;
}

/** A dimension that a field offers or the class declares, without making all the others. */
function ownDimension(noun: NounDefinition, name: string): GroupDimension | undefined {
  for (const field of noun.fields.values()) {
    const found = field.dimensions().find((one) => one.name === name);
    if (found) return found;
  }
  return declaredOf(noun.target)
    .dimensions.find((one) => one.name === name)
    ?.make(noun.target);
}

/** The dimension at the end of a path along to-one references, as `plan.programme`, under a name. */
export function dimensionAt(noun: Class, name: string, path: string): GroupDimension {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const end = steps.reduce((at, step) => {
    const edge = fieldOf(at, step).edge();
    if (!edge) throw new Error(`${at.name}.${step} leads to no one row`);
    return nounOf(edge.target());
  }, nounOf(noun));
  const { value, description, ...dimension } = dimensionOf(end, last);
  return {
    ...dimension,
    name,
    description: `By ${path}: ${description}`,
    value: (site) => value(steps.reduce((at, step) => at.edge(step), site)),
  };
}

/** What follows from a noun, made once: all classes are known before the first document. */
function once<T extends object>(make: (noun: NounDefinition) => T): typeof make {
  const made = new WeakMap<NounDefinition, T>();
  return (noun) => {
    const found = made.get(noun) ?? make(noun);
    made.set(noun, found);
    return found;
  };
}

/** The numbers and dates of a noun that are aggregated, by name. */
export const measuredOf = once(
  (noun): ReadonlyMap<string, Measured> =>
    new Map(
      [...noun.fields.values()].flatMap((field) => {
        const measured = field.measured();
        return measured ? [[measured.name, measured]] : [];
      }),
    ),
);

/** The measures that a noun's class declares, by name. */
export const measuresOf = once(
  (noun): ReadonlyMap<string, Measure> =>
    new Map(declaredOf(noun.target).measures.map((one) => [one.name, one])),
);
