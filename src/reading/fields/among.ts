import type { ConnectionArgs } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { Compute, PlanSite } from "../model/sites.js";
import { argumentsOf, connectionOf } from "../schema/generated-types.js";
import { takesArguments } from "../schema/made-classes.js";
import type { Json } from "../sql/json.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** A field of an object that is no noun, which leads to the rows of a noun that meet a condition. */
class AmongField extends NounField {
  readonly type = "among";

  constructor(
    name: string,
    description: string,
    private readonly target: () => Class,
    private readonly belongs: Compute,
  ) {
    super(name, description);
  }

  override resolver(): FieldResolver {
    return (site, args) => site.among(this.target(), this.belongs, args as ConnectionArgs);
  }

  override written(site: PlanSite): Json {
    return site.resolverOnly();
  }
}

/**
 * The rows of a noun that meet a condition of the viewer, as a Relay connection of an object as `Viewer`.
 * Documents with it are read by the resolvers.
 */
export function Among(
  target: () => Class,
  { description }: { description: string },
  condition: Compute,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(() => connectionOf(target()), { description })(prototype, name);
    takesArguments(() => argumentsOf(target()))(prototype, name);
    noteField(classOf(prototype), new AmongField(name, description, target, condition));
  };
}
