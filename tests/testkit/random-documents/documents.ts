import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
} from "graphql";
import { schema } from "../hub/index.js";
import { directive, list, name, text, truth } from "./ast-nodes.js";
import { isNode } from "./cursors.js";
import type { FastCheckRandom } from "./fast-check-random.js";
import { GroupsWriter, isGroups, isOfGroups } from "./groups.js";
import { argument, PageWriter } from "./pages.js";
import type { Pools } from "./pools.js";
import { type DrawnRequest, prune } from "./prune.js";
import { Scope } from "./scopes.js";
import { SearchWriter } from "./searches.js";
import { absentId, ValueWriter } from "./values.js";
import { VariableBook } from "./variables.js";

type Field = GraphQLField<unknown, unknown>;
type Shown = GraphQLObjectType | GraphQLInterfaceType;

/** Where in a document something is written. */
interface Place {
  scope: Scope;
  depth: number;
  /** How many rows may stand above each object here. */
  times: number;
  /** Of an interface: the nouns that are likely. */
  likely?: readonly string[];
  /** Of groups: the fields of their key that are likely to have a value. */
  keys?: readonly string[];
}

const isPaged = (field: Field): boolean => field.args.some(({ name: called }) => called === "last");

const isComposite = (field: Field): boolean => {
  const type = getNamedType(field.type);
  return isObjectType(type) || isInterfaceType(type);
};

/** Every noun with an id. */
const nodeNames = Object.keys(schema.getTypeMap()).filter(isNode);

const shownType = (called: string): Shown => schema.getType(called) as Shown;

/** Writes one document, drawn from the schema with the data's own values. */
export class DocumentWriter {
  private readonly variables: VariableBook;
  private readonly values: ValueWriter;
  private readonly pages: PageWriter;
  private readonly groups: GroupsWriter;
  private readonly searches: SearchWriter;
  private readonly fragments: { node: FragmentDefinitionNode; on: string; scope: Scope }[] = [];
  private readonly deepest: number;
  private aliases = 0;
  private left: number;

  constructor(
    private readonly chance: FastCheckRandom,
    private readonly pools: Pools,
  ) {
    this.variables = new VariableBook(chance);
    this.values = new ValueWriter(chance, pools, this.variables);
    this.pages = new PageWriter(chance, pools, this.values, this.variables);
    this.groups = new GroupsWriter(chance, pools, this.variables);
    this.searches = new SearchWriter(chance, pools, this.values);
    // Most documents are small, as most differences are; some are large, few beyond the limits.
    const [least, most] = chance.weighted(
      [64, [2, 8]],
      [29, [8, 20]],
      [6, [20, 70]],
      [1, [70, 250]],
    );
    this.left = chance.from(least as number, most as number);
    this.deepest = chance.weighted([50, 4], [35, 7], [13, 12], [2, 17]);
  }

  /** The document, and variables to ask it with so many times. */
  write(times: number): DrawnRequest {
    const query = schema.getQueryType() as GraphQLObjectType;
    const selections = this.set(query, { scope: new Scope(), depth: 1, times: 1 });
    const others = this.chance.of(0.03);
    const called = others || this.chance.of(0.4) ? "Asked" : undefined;
    const operation: OperationDefinitionNode = {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      ...(called ? { name: name(called) } : {}),
      variableDefinitions: this.variables.definitions,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    const fragments = this.fragments.map(({ node }) => node);
    const definitions = others ? [otherOperation, operation] : [operation];
    return prune({
      document: { kind: Kind.DOCUMENT, definitions: [...definitions, ...fragments] },
      turns: Array.from({ length: times }, () => this.variables.turn()),
      ...(called && (others || this.chance.of(0.5)) ? { operationName: called } : {}),
    });
  }

  /** A subscription to one field with these arguments, which also shows its position as `at`. */
  subscription(field: string, args: readonly ArgumentNode[]): DrawnRequest {
    const type = schema.getSubscriptionType()?.getFields()[field]?.type;
    if (!type) throw new Error(`There is no subscription ${field}`);
    const place = { scope: new Scope(), depth: 2, times: 1 };
    const at: FieldNode = { kind: Kind.FIELD, alias: name("at"), name: name("position") };
    const selections = [at, ...this.set(getNamedType(type) as Shown, place)];
    const root: FieldNode = {
      kind: Kind.FIELD,
      name: name(field),
      arguments: args,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    const operation: OperationDefinitionNode = {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.SUBSCRIPTION,
      variableDefinitions: this.variables.definitions,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
    };
    const fragments = this.fragments.map(({ node }) => node);
    return prune({
      document: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      turns: [this.variables.turn()],
    });
  }

  /** A selection set; never empty. */
  private set(type: Shown, place: Place): SelectionNode[] {
    const most = this.chance.weighted([55, 3], [35, 5], [10, 14]);
    // Of several roots one is more likely to show something.
    const least = place.depth === 1 && this.chance.of(0.6) ? 2 : 1;
    const count = least + this.chance.from(0, most - 1);
    const selections: SelectionNode[] = [];
    for (let at = 0; at < count && (at < least || this.left > 0); at += 1) {
      selections.push(...this.selection(type, place));
    }
    return selections.length > 0 ? selections : [this.typename(place)];
  }

  private selection(type: Shown, place: Place): SelectionNode[] {
    const way = this.chance.weighted(
      [82, "field"],
      [5, "typename"],
      [isInterfaceType(type) ? 200 : 6, "inline"],
      [5, "named"],
      [place.scope.composite.length > 0 ? 4 : 0, "again"],
    );
    if (way === "typename") return [this.typename(place)];
    if (way === "inline") return [this.inline(type, place)];
    if (way === "named") return this.named(type, place);
    if (way === "again") return [this.again(place, type)];
    return [this.field(type, place)];
  }

  private typename({ scope }: Place): FieldNode {
    this.left -= 1;
    const node: FieldNode = { kind: Kind.FIELD, name: name("__typename") };
    const called = this.chance.of(0.15) ? this.newAlias() : "__typename";
    scope.take(called, "__typename", node);
    return called === "__typename" ? node : { ...node, alias: name(called) };
  }

  private inline(type: Shown, place: Place): SelectionNode {
    const on = this.condition(type, place);
    const inner =
      isInterfaceType(type) && on !== type.name ? { ...place, scope: new Scope() } : place;
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(on ? { typeCondition: { kind: Kind.NAMED_TYPE, name: name(on) } } : {}),
      directives: this.directives(),
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: this.set(on ? shownType(on) : type, inner),
      },
    };
  }

  /** The type on which a fragment stands: the same, none, an interface, or one that implements it. */
  private condition(type: Shown, { likely }: Place): string | undefined {
    if (isInterfaceType(type)) {
      if (this.chance.of(0.08)) return this.chance.pick([type.name, undefined]);
      return likely && this.chance.of(0.85)
        ? this.chance.pick(likely)
        : this.chance.pick(nodeNames);
    }
    return this.chance.weighted(
      [40, undefined],
      [45, type.name],
      [isNode(type.name) ? 15 : 0, "Node"],
    );
  }

  private named(type: Shown, place: Place): SelectionNode[] {
    const known = this.fragments.filter(({ on }) => on === type.name);
    const reused = known.length > 0 && this.chance.of(0.5) ? this.chance.pick(known) : undefined;
    if (reused) return place.scope.absorb(reused.scope) ? [this.spread(reused.node)] : [];
    const on = isNode(type.name) && this.chance.of(0.15) ? "Node" : type.name;
    const scope = new Scope();
    const selections = this.set(shownType(on), {
      ...place,
      scope,
      likely: place.likely ?? [type.name],
    });
    if (!place.scope.absorb(scope)) return [];
    const node: FragmentDefinitionNode = {
      kind: Kind.FRAGMENT_DEFINITION,
      name: name(`F${this.fragments.length + 1}`),
      typeCondition: { kind: Kind.NAMED_TYPE, name: name(on) },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    this.fragments.push({ node, on, scope });
    return [this.spread(node)];
  }

  private spread({ name: called }: FragmentDefinitionNode): SelectionNode {
    return { kind: Kind.FRAGMENT_SPREAD, name: called, directives: this.directives() };
  }

  /** A field that is there already, asked for more. */
  private again(place: Place, type: Shown): FieldNode {
    const { node, below } = this.chance.pick(place.scope.composite);
    const field = type.getFields()[node.name.value];
    if (!field) return this.typename(place);
    return this.below(node, field, { ...place, scope: below, depth: place.depth + 1 });
  }

  private field(type: Shown, place: Place): FieldNode {
    const all = Object.values(type.getFields());
    const keyed = all.filter(({ name: called }) => place.keys?.includes(called));
    const fields = keyed.length > 0 && this.chance.of(0.9) ? keyed : all;
    const deep = fields.filter(isComposite);
    const flat = fields.filter((field) => !isComposite(field));
    const further =
      deep.length > 0 && place.depth < this.deepest && this.left > 2 && place.times < 1500;
    // A page is asked for its rows; its total alone is much work for one number.
    const share = type.name.endsWith("Connection") ? 0.85 : 0.5;
    const wantsDeep = flat.length === 0 || (further && this.chance.of(share));
    if (!wantsDeep) return this.written(type, this.leaf(flat, place), place);
    const lists = deep.filter((field) => isPaged(field) && field.name !== "history");
    const listed = place.depth === 1 ? 0.65 : 0.4;
    const among = lists.length > 0 && this.chance.of(listed) ? lists : deep;
    return this.written(type, this.chance.pick(among), place);
  }

  /** A leaf; one that is there already only seldom. */
  private leaf(flat: readonly Field[], { scope }: Place): Field {
    const fresh = flat.filter((field) => !scope.has(field.name));
    return this.chance.pick(fresh.length > 0 && this.chance.of(0.9) ? fresh : flat);
  }

  private written(type: Shown, field: Field, place: Place): FieldNode {
    this.left -= 1;
    const { args, rows, likely, keys = place.keys } = this.arguments(field, place.times);
    const signature = `${field.name}(${args.map(print).sort().join(", ")})`;
    const bare: FieldNode = {
      kind: Kind.FIELD,
      name: name(field.name),
      ...(args.length > 0 ? { arguments: args } : {}),
    };
    const wished = this.wishedName(type, field);
    const taken = place.scope.take(wished, signature, bare);
    const called = taken ? wished : this.newAlias();
    const node = called === field.name ? bare : { ...bare, alias: name(called) };
    const scope = taken ?? place.scope.take(called, signature, node) ?? new Scope();
    const times = place.times * rows;
    return this.below(node, field, {
      scope,
      depth: place.depth + 1,
      times,
      ...(likely ? { likely } : {}),
      ...(keys && isOfGroups(getNamedType(field.type).name) ? { keys } : {}),
    });
  }

  /** A field's own name, a new one, or that of its neighbour. */
  private wishedName(type: Shown, field: Field): string {
    if (!this.chance.of(0.13)) return field.name;
    if (this.chance.of(0.7)) return this.newAlias();
    return this.chance.pick(Object.keys(type.getFields()));
  }

  private newAlias(): string {
    this.aliases += 1;
    return `x${this.aliases}`;
  }

  private below(node: FieldNode, field: Field, place: Place): FieldNode {
    const directives = this.directives();
    const type = getNamedType(field.type);
    const dressed = directives.length > 0 ? { ...node, directives } : node;
    if (!isObjectType(type) && !isInterfaceType(type)) return dressed;
    const selections = this.set(type, place);
    return { ...dressed, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  private directives() {
    if (!this.chance.of(0.05)) return [];
    const called = this.chance.pick(["include", "skip"]);
    const type = schema.getDirective(called)?.args[0]?.type;
    const value = truth((called === "include") === this.chance.of(0.85));
    return [
      directive(
        called,
        type && this.chance.of(0.5) ? this.variables.instead(type, () => value) : value,
      ),
    ];
  }

  private arguments(
    field: Field,
    times: number,
  ): { args: ArgumentNode[]; rows: number; likely?: string[]; keys?: string[] } {
    if (isGroups(field)) return this.groups.write(field);
    if (field.name === "search") return this.searches.write(field);
    if (isPaged(field)) return this.pages.write(field, times);
    if (field.args.length > 0 && isInterfaceType(getNamedType(field.type))) return this.byId(field);
    const ways = field.args.every((one) => !isNonNullType(one.type)) && field.args.length > 1;
    // Of several ways to one thing exactly one is to be given; of other arguments most are.
    const asked = ways && !this.chance.of(0.01) ? [this.chance.pick(field.args)] : field.args;
    const args = asked.flatMap((one) => {
      const needed = isNonNullType(one.type) && one.defaultValue === undefined;
      if (!needed && asked.length > 1 && this.chance.of(0.4)) return [];
      return [argument(one.name, this.values.write(one.type, this.poolOf(field, one.name)))];
    });
    return { args, rows: isListType(getNullableType(field.type)) ? 3 : 1 };
  }

  /** Ids of a noun; more often of what everybody sees, so that answers are not mostly empty. */
  private idsOf(noun: string): readonly string[] {
    const open = this.pools.open[noun] ?? [];
    return open.length > 0 && this.chance.of(0.7) ? open : (this.pools.ids[noun] ?? []);
  }

  private poolOf(field: Field, argued: string): string {
    if (argued === "period") return "Measurement.period";
    if (argued === "within") return "Region.code";
    const noun = getNamedType(field.type).name;
    return argued === "id" && this.chance.of(0.7) ? `open ${noun}` : `${noun}.${argued}`;
  }

  /** `node` and `nodes`, with ids of whichever noun. */
  private byId(field: Field): { args: ArgumentNode[]; rows: number; likely: string[] } {
    const { chance } = this;
    const likely = chance.some(nodeNames, 1, 3);
    const id = () => {
      const ids = this.idsOf(chance.pick(likely));
      return ids.length === 0 || chance.of(0.04) ? text(absentId) : text(chance.pick(ids));
    };
    if (field.name === "node") {
      const type = field.args[0]?.type;
      const value = type && chance.of(0.25) ? this.variables.instead(type, id) : id();
      return { args: [argument("id", value)], rows: 1, likely };
    }
    const ids = list(Array.from({ length: chance.from(0, 5) }, id));
    return { args: [argument("ids", ids)], rows: 3, likely };
  }
}

const otherOperation: OperationDefinitionNode = {
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  name: name("Other"),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: name("__typename") }],
  },
};
