import type { MadeAnswer, Payload } from "../../live/index.js";
import { type Difference, difference } from "./difference.js";
import type { SelectedAnswer } from "./inner-query.js";

/** An answer as the planned path wrote it. */
export interface ReadText {
  /** The query's `data`, as JSON text. */
  data: string;
  position: number;
  tags: readonly string[] | undefined;
}

/** How a subscriber gets an answer. */
export interface Shape extends Pick<SelectedAnswer, "key" | "members"> {
  /** True where it takes patches that are smaller than the whole. */
  takesPatches: boolean;
}

/** An answer to a live query. Its payloads are put together of texts; objects are made only to compare two answers. */
export class AnswerText implements MadeAnswer {
  readonly isLast = false;
  readonly content: string;
  readonly tags: readonly string[] | undefined;
  private readonly position: number;
  /** The last payload that was made, and for whom: most subscribers had the same answer before. */
  private last: { sent: string | undefined; payload: Payload } | undefined;

  constructor(
    private readonly shape: Shape,
    { data, position, tags }: ReadText,
  ) {
    this.content = data;
    this.position = position;
    this.tags = tags;
  }

  payloadAfter(sent: string | undefined): Payload {
    if (this.last && this.last.sent === sent) return this.last.payload;
    const payload = this.payload(sent);
    this.last = { sent, payload };
    return payload;
  }

  private payload(sent: string | undefined): Payload {
    const { key, members, takesPatches } = this.shape;
    const compares = takesPatches || members.some(([, field]) => field === "changed");
    const differs = sent !== undefined && compares ? difference(sent, this.content) : undefined;
    const patch = takesPatches ? this.smallerPatch(differs) : undefined;
    const texts = members.map(([name, field]) => {
      return `${JSON.stringify(name)}:${this.member(field, differs, patch)}`;
    });
    return Buffer.from(`{"data":{${JSON.stringify(key)}:{${texts.join(",")}}}}`);
  }

  private smallerPatch(differs: Difference | undefined): string | undefined {
    const text = differs?.patch && JSON.stringify(differs.patch);
    return text && text.length < this.content.length ? text : undefined;
  }

  private member(
    field: string,
    differs: Difference | undefined,
    patch: string | undefined,
  ): string {
    if (field === "position") return String(this.position);
    if (field === "changed") return JSON.stringify(differs?.paths ?? []);
    if (field === "patch") return patch ?? "null";
    if (field === "answer") return patch ? "null" : this.content;
    return JSON.stringify("LiveAnswer");
  }
}
