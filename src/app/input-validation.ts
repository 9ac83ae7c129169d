import { getMetadataStorage, type ValidationError, validateOrReject } from "class-validator";
import { ArgumentValidationError } from "type-graphql";

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage["getTargetValidationMetadatas"]>;
type Asked = Parameters<Storage["getTargetValidationMetadatas"]>;

/** Has the rules of each class looked up once: class-validator looks through all classes at each validation. */
function rememberRules(storage: Storage): void {
  const known = new Map<Asked[0], Rules>();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (...asked) => {
    const [target, schema, always, strict, groups] = asked;
    // The hub has no groups of rules, and no rules apart from classes.
    if (schema || always || strict || groups) return find(...asked);
    const rules = known.get(target) ?? find(...asked);
    known.set(target, rules);
    return rules;
  };
}

let isRemembering = false;

const options = { skipMissingProperties: true, forbidUnknownValues: false };

/**
 * Checks an argument that graphql has coerced by the rules of its class. Throws ArgumentValidationError. To be made
 * once all classes are known.
 */
export function argumentValidation(): (argument: unknown) => Promise<void> {
  if (!isRemembering) rememberRules(getMetadataStorage());
  isRemembering = true;
  return async (argument) => {
    const values = (Array.isArray(argument) ? argument : [argument]).filter(
      (value): value is object => typeof value === "object" && value !== null,
    );
    try {
      await Promise.all(values.map((value) => validateOrReject(value, options)));
    } catch (errors) {
      throw new ArgumentValidationError(errors as ValidationError[]);
    }
  };
}
