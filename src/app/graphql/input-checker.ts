import {
  GraphQLError,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { didYouMean } from "graphql/jsutils/didYouMean.js";
import { suggestionList } from "graphql/jsutils/suggestionList.js";
import { cut } from "../../platform/cut.js";
import type { Fault, Text } from "../../platform/errors.js";
import { bilingualTextOf, maxFaults } from "../errors/input-texts.js";
import { type InputView, isTooLongToCompare } from "./input-view.js";

type Path = readonly (string | number)[];

/** The longest message about a value; the value itself may be a megabyte. */
const maxMessageLength = 300;

const text = (en: string, id: string): Text => ({
  en: en.slice(0, maxMessageLength),
  id: id.slice(0, maxMessageLength),
});

const notNull = (type: GraphQLInputType) =>
  text(
    `Expected non-nullable type "${type}" not to be null.`,
    `Nilai bertipe "${type}" tidak boleh null.`,
  );

const notAnObject = ({ name }: GraphQLInputObjectType) =>
  text(`Expected type "${name}" to be an object.`, `Nilai harus berupa objek "${name}".`);

const missingField = ({ name, type }: GraphQLInputField) =>
  text(
    `Field "${name}" of required type "${type}" was not provided.`,
    `Isian wajib bertipe "${type}" tidak diberikan.`,
  );

const notOneOf = ({ name }: GraphQLInputObjectType) =>
  text(
    `Exactly one field of "${name}" must be provided, and it must not be null.`,
    `Isi tepat satu isian dari "${name}", dan bukan dengan null.`,
  );

/**
 * Compares input values with their types and lists every fault with its path, in both languages.
 * graphql-js checks the same rules, but names a fault's field only in its English message.
 */
export class InputChecker<V> {
  readonly faults: Fault[] = [];
  /** The values with the faults, in the same order. */
  readonly values: V[] = [];

  constructor(
    private readonly view: InputView<V>,
    private readonly hideSuggestions: boolean,
  ) {}

  /** True where further faults are dropped. */
  private get isFull(): boolean {
    return this.faults.length >= maxFaults;
  }

  /** Checks a value; of a value whose type is unknown, only the texts inside it. */
  check(value: V, type: GraphQLInputType | undefined, path: Path): void {
    if (this.isFull) return;
    const problem = this.view.problemOf(value, path.length);
    if (problem) this.report(value, path, problem);
    else if (type) this.checkType(value, type, path);
    else this.checkTexts(value, path);
  }

  /** Records a fault; those above the limit are dropped. */
  report(value: V, path: Path, message: Text): void {
    if (this.isFull) return;
    this.faults.push({ path: path.join("."), message });
    this.values.push(value);
  }

  private checkTexts(value: V, path: Path): void {
    const inside = this.view.items(value) ?? this.view.fields(value);
    for (const [key, inner] of inside?.entries() ?? [])
      this.check(inner, undefined, [...path, key]);
  }

  private checkType(value: V, type: GraphQLInputType, path: Path): void {
    if (this.view.isVariable(value)) return;
    if (this.view.isNull(value)) {
      if (isNonNullType(type)) this.report(value, path, notNull(type));
      return;
    }
    const nullable = getNullableType(type);
    if (isListType(nullable)) this.checkList(value, nullable.ofType, path);
    else if (isInputObjectType(nullable)) this.checkObject(value, nullable, path);
    else if (isLeafType(nullable)) this.checkLeaf(value, nullable, path);
  }

  private checkList(value: V, type: GraphQLInputType, path: Path): void {
    const items = this.view.items(value);
    // A value that is no list stands for a list of one.
    if (!items) this.checkType(value, type, path);
    else for (const [at, item] of items.entries()) this.check(item, type, [...path, at]);
  }

  private checkObject(value: V, type: GraphQLInputObjectType, path: Path): void {
    const given = this.view.fields(value);
    if (!given) {
      this.report(value, path, notAnObject(type));
      return;
    }
    const fields = type.getFields();
    for (const field of Object.values(fields)) {
      const at = [...path, field.name];
      const inner = given.get(field.name);
      if (inner !== undefined) this.check(inner, field.type, at);
      else if (isRequiredInputField(field)) this.report(value, at, missingField(field));
    }
    for (const [name, inner] of given) {
      if (Object.hasOwn(fields, name)) continue;
      // To suggest a name takes long: not for faults that are dropped.
      if (!this.isFull) this.report(inner, [...path, name], this.unknownField(name, type));
      this.checkTexts(inner, [...path, name]);
    }
    if (type.isOneOf && (given.size !== 1 || [...given.values()].some(this.view.isNull))) {
      this.report(value, path, notOneOf(type));
    }
  }

  private unknownField(name: string, type: GraphQLInputObjectType): Text {
    const hasNone = this.hideSuggestions || isTooLongToCompare(name);
    const known = hasNone ? [] : Object.keys(type.getFields());
    const suggestion = didYouMean(suggestionList(name, known));
    return text(
      `Field "${cut(name)}" is not defined by type "${type.name}".${suggestion}`,
      `Isian ini tidak dikenal pada tipe "${type.name}".`,
    );
  }

  private checkLeaf(value: V, type: GraphQLLeafType, path: Path): void {
    let error: unknown;
    try {
      if (this.view.parse(value, type, this.hideSuggestions) !== undefined) return;
    } catch (thrown) {
      error = thrown;
    }
    this.report(value, path, this.leafText(value, type, error));
  }

  /** The text in both languages where the type's error has one, else its English message. */
  private leafText(value: V, type: GraphQLLeafType, error: unknown): Text {
    const cause = error instanceof GraphQLError ? error.originalError : undefined;
    const own = bilingualTextOf(error) ?? bilingualTextOf(cause);
    if (own) return own;
    const shown = this.view.show(value);
    return text(
      error instanceof GraphQLError ? error.message : `Expected type "${type.name}".`,
      isEnumType(type)
        ? `Nilai ${shown} bukan anggota enum "${type.name}".`
        : `Nilai ${shown} tidak cocok dengan tipe "${type.name}".`,
    );
  }
}
