import { type Draft, device } from "./device.js";

/** The answers of one person to one assessment that are kept in this browser until the hub has them. */
export class DraftStore {
  constructor(
    private readonly person: string,
    private readonly assessment: string,
  ) {}

  async all(): Promise<Draft[]> {
    return (await device()).getAllFromIndex("drafts", "of", [this.person, this.assessment]);
  }

  async put(draft: Draft): Promise<void> {
    const { person, assessment } = this;
    await (await device()).put("drafts", { ...draft, person, assessment });
  }

  /** Removes a draft, unless a later one has taken its place. */
  async remove({ id, question }: Draft): Promise<void> {
    const key: [string, string, string] = [this.person, this.assessment, question];
    const transaction = (await device()).transaction("drafts", "readwrite");
    const kept = await transaction.store.get(key);
    if (kept?.id === id) await transaction.store.delete(key);
    await transaction.done;
  }
}
