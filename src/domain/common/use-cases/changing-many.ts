import type { Permission } from "../../../access/index.js";
import type { Act } from "../../../ledger/index.js";
import type { Class } from "../../../reading/index.js";
import { fault, refuseFaults } from "../inputs/faults.js";
import type { VersionedNoun } from "../nouns/noun.js";
import { actorOf } from "./actor.js";
import { checkVersion } from "./changing.js";
import { type Clash, explainingClashes } from "./clashes.js";
import type { Call, Declaration, Done, Published } from "./use-case.js";
import { Work } from "./work.js";

/** A noun that is changed, as the client saw it. */
export interface Seen {
  id: string;
  expectedVersion: number;
}

/** A use case that changes several nouns at once: all of them, or none. */
export interface ChangingManyCase<Noun extends VersionedNoun, Input extends object, Subject>
  extends Published {
  of: Class<Noun>;
  input: Class<Input>;
  /** The field of the input that names the nouns, and of the payload that shows them. */
  field: string & keyof Input;
  may: Permission<Subject>;
  facts(noun: NoInfer<Noun>): Subject;
  populate: readonly string[];
  clashes?: readonly Clash[];
  /** Checks the rules and changes a noun; `path` leads to what names it. */
  run(noun: Noun, path: string): void;
}

/** Refuses a noun that is named twice. */
function checkOnce(named: readonly Seen[], path: string): void {
  const known = new Set<string>();
  const faults = named.flatMap(({ id }, at) => {
    const isKnown = known.has(id.toLowerCase());
    known.add(id.toLowerCase());
    return isKnown ? [fault(`${path}.${at}.id`, "is named twice", "disebut dua kali")] : [];
  });
  refuseFaults(faults);
}

/**
 * Declares a use case that changes several nouns in one transaction, each at the version that the requester
 * saw. The errors are those of `changing`, at the path of the first noun that has one.
 */
export function changingMany<Noun extends VersionedNoun, Input extends object, Subject>(
  useCase: ChangingManyCase<Noun, Input, Subject>,
): Declaration<Input, Done> {
  return {
    published: { ...useCase, isMany: true },
    perform: (call, input) => change(call, useCase, input),
  };
}

async function change<Noun extends VersionedNoun, Input extends object, Subject>(
  call: Call,
  useCase: ChangingManyCase<Noun, Input, Subject>,
  input: Input,
): Promise<Done> {
  const { operation, ledger, viewer } = call;
  const path = `input.${useCase.field}`;
  // The cast: the declaration names the field that holds them.
  const named = input[useCase.field] as readonly Seen[];
  const ids = named.map(({ id }) => id.toLowerCase());
  const act: Act = { actor: actorOf(viewer), organisation: undefined, operation };
  const run = () =>
    ledger.transact(act, async (em, running) => {
      checkOnce(named, path);
      const work = await Work.begin(call, em, running);
      const { of, populate, may, facts } = useCase;
      const nouns = await work.findAll(of, ids, (at) => `${path}.${at}.id`, populate);
      for (const noun of nouns) work.authorise(may, facts(noun));
      for (const [at, noun] of nouns.entries()) {
        checkVersion(noun, named[at]?.expectedVersion ?? 0);
        useCase.run(noun, `${path}.${at}.id`);
      }
    });
  const versionPath = (id: string) => `${path}.${ids.indexOf(id)}.expectedVersion`;
  const { position } = await explainingClashes(call, { ...useCase, versionPath }, run);
  return { id: ids[0] ?? "", ids, position };
}
