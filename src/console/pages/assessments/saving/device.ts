import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AssessmentPageQuery } from "../../../generated/graphql.js";
import type { Membership } from "../../../session/use-memberships.js";
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

interface Key {
  person: string;
  assessment: string;
}

/** A form that its person fills in, as the hub gave it last. */
export interface KeptForm extends Key {
  form: AssessmentPageQuery;
  /** What the person was then, and where: what they may do follows from it. */
  memberships: readonly Membership[];
}

/** What the browser keeps for people who fill in assessments. */
export interface OnDevice extends DBSchema {
  drafts: {
    key: [person: string, assessment: string, question: string];
    value: Draft & Key;
    indexes: { of: [string, string] };
  };
  forms: { key: [person: string, assessment: string]; value: KeptForm };
}

let opened: Promise<IDBPDatabase<OnDevice>> | undefined;

/** The database of this browser, for all tabs. */
export const device = (): Promise<IDBPDatabase<OnDevice>> => {
  opened ??= openDB<OnDevice>("rembuk-answers", 2, {
    upgrade(fresh, before) {
      if (before < 1) {
        const drafts = fresh.createObjectStore("drafts", {
          keyPath: ["person", "assessment", "question"],
        });
        drafts.createIndex("of", ["person", "assessment"]);
      }
      fresh.createObjectStore("forms", { keyPath: ["person", "assessment"] });
    },
    // A tab of a newer version waits for this one otherwise.
    blocking: (_before, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
  });
  return opened;
};

/** All keys of one person: a list comes after every text. */
const ofPerson = (person: string) => IDBKeyRange.bound([person], [person, []]);

/** How many answers of a person the hub does not have yet. */
export const unsentOf = async (person: string): Promise<number> =>
  (await device()).count("drafts", ofPerson(person));

/** Removes all that this browser keeps of a person, as they sign out. */
export async function forget(person: string): Promise<void> {
  const database = await device();
  await database.delete("drafts", ofPerson(person));
  await database.delete("forms", ofPerson(person));
}
