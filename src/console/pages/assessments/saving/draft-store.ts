import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Content } from "../questions/content.js";

/** An answer that the hub has not acknowledged. */
export interface Draft {
  /** Made anew with each change, so that an acknowledgement of an earlier one removes no later one. */
  id: string;
  question: string;
  /** What is answered; null where the answer is removed. */
  content: Content | null;
  /** The mark of the hub's answer that the person saw; null where there was none. */
  base: string | null;
}

interface Stored extends Draft {
  person: string;
  assessment: string;
}

interface Answers extends DBSchema {
  drafts: { key: [string, string, string]; value: Stored; indexes: { of: [string, string] } };
}

let opened: Promise<IDBPDatabase<Answers>> | undefined;

const database = (): Promise<IDBPDatabase<Answers>> => {
  opened ??= openDB<Answers>("rembuk-answers", 1, {
    upgrade(fresh) {
      const drafts = fresh.createObjectStore("drafts", {
        keyPath: ["person", "assessment", "question"],
      });
      drafts.createIndex("of", ["person", "assessment"]);
    },
  });
  return opened;
};

/** The answers of one person to one assessment that are kept in this browser until the hub has them. */
export class DraftStore {
  constructor(
    private readonly person: string,
    private readonly assessment: string,
  ) {}

  async all(): Promise<Draft[]> {
    return (await database()).getAllFromIndex("drafts", "of", [this.person, this.assessment]);
  }

  async put(draft: Draft): Promise<void> {
    const { person, assessment } = this;
    await (await database()).put("drafts", { ...draft, person, assessment });
  }

  /** Removes a draft, unless a later one has taken its place. */
  async remove({ id, question }: Draft): Promise<void> {
    const key: [string, string, string] = [this.person, this.assessment, question];
    const transaction = (await database()).transaction("drafts", "readwrite");
    const kept = await transaction.store.get(key);
    if (kept?.id === id) await transaction.store.delete(key);
    await transaction.done;
  }
}
