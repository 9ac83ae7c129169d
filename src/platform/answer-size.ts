import { type HubError, queryTooComplex } from "./errors.js";

/** The refusal of an answer of so many bytes. */
export const tooLargeAnswer = (bytes: number, limit: number): HubError =>
  queryTooComplex("answerBytes", bytes, limit);

/** Punctuation around a value in JSON: its comma, or the quotes of a text. */
const around = 2;

/** Counts the bytes of a value's JSON up to a limit: few fields can lead to one long text very often. */
class AnswerMeter {
  private bytes = 0;

  constructor(private readonly limit: number) {}

  /** The bytes so far; above the limit as soon as they are, with the rest uncounted. */
  count(value: unknown): number {
    if (this.bytes > this.limit) return this.bytes;
    if (typeof value === "string") this.bytes += Buffer.byteLength(value) + around;
    else if (typeof value === "object" && value !== null) this.countMembers(value);
    else this.bytes += String(value).length + 1;
    return this.bytes;
  }

  private countMembers(value: object): void {
    this.bytes += around;
    const isList = Array.isArray(value);
    for (const [name, member] of Object.entries(value)) {
      if (!isList) this.bytes += name.length + around + 1;
      if (this.count(member) > this.limit) return;
    }
  }
}

/** The refusal of data whose JSON would be above the limit: found before the JSON is made. */
export function overAnswer(data: unknown, limit: number): HubError | undefined {
  const bytes = new AnswerMeter(limit).count(data);
  return bytes > limit ? tooLargeAnswer(bytes, limit) : undefined;
}
