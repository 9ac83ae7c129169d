import { badField } from "../../../platform/errors.js";
import type { SourceInput } from "../../common/index.js";
import { sourcesOf, type Work } from "../../common/index.js";
import { Contribution } from "./contribution.js";
import { refuseOnCancelled } from "./contribution-rows.js";
import { FundingStatus } from "./enums.js";
import { Funding } from "./funding.js";
import { checkFunderSees, checkLink, type LinkPaths } from "./funding-rules.js";

/** A link that is to be made. */
interface NewLink {
  id: string;
  sourceId: string;
  amount: string;
  paths: LinkPaths;
  sources?: SourceInput[] | null | undefined;
}

/** The answer that a link begins with: an organisation that passes on its own money has given it. */
export const firstAnswer = (contribution: Contribution, source: Contribution): FundingStatus =>
  contribution.organisation.id === source.organisation.id
    ? FundingStatus.CONFIRMED
    : FundingStatus.UNCONFIRMED;

/** Makes a link from a contribution, which is in the database, to one whose row is locked. */
export async function link(work: Work, contribution: Contribution, made: NewLink): Promise<void> {
  const { id, sourceId, amount, paths, sources } = made;
  const source = await work.find(Contribution, sourceId, paths.source, ["action", "plan"]);
  await checkLink(work, { contribution, source, amount }, paths);
  await refuseOnCancelled(work, source, { to: "PASSED_ON", path: paths.source });
  const status = firstAnswer(contribution, source);
  if (status === FundingStatus.UNCONFIRMED) {
    await checkFunderSees(work, contribution, source, paths.source);
  }
  work.create(Funding, {
    ...{ id, contribution, source, amount, status, claimed: null, reason: null },
    sources: sourcesOf(sources),
  });
  // The next link counts this one.
  await work.em.flush();
}

/** Refuses a source that is named twice. */
export function checkOnce(ids: readonly string[], path: (at: number) => string): void {
  const known = new Set<string>();
  for (const [at, id] of ids.entries()) {
    if (known.has(id.toLowerCase())) throw badField(path(at), "is named twice", "disebut dua kali");
    known.add(id.toLowerCase());
  }
}
