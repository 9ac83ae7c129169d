import { type Fault, HubError } from "../../../platform/errors.js";
import { today } from "../../../platform/jakarta.js";
import type { TimeSlice } from "../../../platform/time-slice.js";
import { fault } from "../../common/index.js";
import type { ViewDefinition } from "../document/definition.js";
import { viewDocument } from "../document/document.js";
import { sampleOf } from "../document/parameters.js";
import { ViewKind } from "../enums.js";
import { type ViewSchema, viewLimits } from "../schema-port.js";

/** The views of a question with other sizes of a page. */
class Sizes {
  private readonly parameters: Record<string, unknown>;

  constructor(
    private readonly port: ViewSchema,
    private readonly definition: ViewDefinition,
    private readonly slice: TimeSlice,
  ) {
    const samples = definition.parameters.map((one) => [one.name, sampleOf(port.schema, one)]);
    this.parameters = Object.fromEntries(samples);
  }

  /** The refusal of the view's document with pages of so many rows; undefined where it fits. */
  async refusal(
    first: number | undefined,
    where = this.definition.where,
  ): Promise<HubError | undefined> {
    await this.slice.pause();
    const { port, parameters } = this;
    const request = { schema: port.schema, today: today(), parameters, first };
    const made = viewDocument({ ...request, definition: { ...this.definition, where } });
    const [error] = viewLimits()?.(made.document, made.variables) ?? [];
    const isOver = error instanceof HubError && error.code === "QUERY_TOO_COMPLEX";
    return isOver ? error : undefined;
  }

  /** The largest page that fits, where one row does. */
  async largest(): Promise<number> {
    let [fits, tooMany] = [1, this.definition.pageSize];
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (await this.refusal(middle)) tooMany = middle;
      else fits = middle;
    }
    return fits;
  }
}

/**
 * The fault of a question whose document is above a limit of documents with the view's own page size, so
 * that its result would be refused each time: of its page size where a smaller one fits, else of its filter
 * or of what it shows. The question has no other fault. Several documents are checked: each may take a
 * whole turn of the event loop.
 */
export async function sizeFaults(
  port: ViewSchema,
  definition: ViewDefinition,
  slice: TimeSlice,
): Promise<Fault[]> {
  const sizes = new Sizes(port, definition, slice);
  const over = await sizes.refusal(undefined);
  if (!over) return [];
  const { en, id } = over.text;
  const isPaged = definition.kind !== ViewKind.MATRIX && definition.pageSize > 1;
  if (isPaged && !(await sizes.refusal(1))) {
    const most = await sizes.largest();
    return [
      fault(
        "pageSize",
        `makes the view too large: use at most ${most}. ${en}`,
        `membuat tampilan terlalu besar: gunakan paling banyak ${most}. ${id}`,
      ),
    ];
  }
  const part = definition.kind === ViewKind.TABLE ? "columns" : "measures";
  const fitsWithoutFilter = definition.where && !(await sizes.refusal(1, null));
  const path = fitsWithoutFilter ? "where" : part;
  return [
    fault(
      path,
      `makes the view too large: ask for less. ${en}`,
      `membuat tampilan terlalu besar: minta lebih sedikit. ${id}`,
    ),
  ];
}
