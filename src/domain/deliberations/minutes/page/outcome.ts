import { type Html, type HtmlPart, html } from "../../../../platform/html.js";
import type { Stance } from "../../enums.js";
import type {
  MinutesDecision,
  MinutesEarlier,
  MinutesOutcome,
  MinutesPosition,
  MinutesVersion,
} from "../minutes-document.js";
import { entry, isolated, joined, type PageContext, table } from "./parts.js";
import type { MinutesWords } from "./words.js";

/** The stances whose reasons are shown prominently, with the CSS class of each. */
const prominent = { OBJECT: "objection", AGREE_WITH_RESERVATION: "reservation" } as const;

/** The positions by stance, the objections first. */
function byStance(context: PageContext, positions: readonly MinutesPosition[]): MinutesPosition[] {
  const order = Object.keys(context.terms.stance);
  return positions.toSorted((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance));
}

/** The objections, or the reservations, in full; they stand above the table of positions. */
function reasons(
  context: PageContext,
  stance: keyof typeof prominent,
  positions: readonly MinutesPosition[],
): Html | null {
  const { words } = context;
  const matching = positions.filter((position) => position.stance === stance);
  if (matching.length === 0) return null;
  const each = ({ organisation, reason, counted }: MinutesPosition) => html`<li>
<p class="who">${context.party(organisation)}${!counted && html` <em>(${words.notCounted})</em>`}</p>
<p class="text">${reason ? isolated(reason) : words.noReason}</p>
</li>`;
  return html`<section class="${prominent[stance]}">
<h4>${words.reasonsOf[stance]} (${matching.length})</h4>
<ul>${matching.map(each)}</ul>
</section>`;
}

function positionsTable(context: PageContext, { number, positions }: MinutesVersion): Html | null {
  const { words, terms } = context;
  if (positions.length === 0) return null;
  const rows = byStance(context, positions).map(({ organisation, stance, takenAt, counted }) => [
    isolated(organisation.name),
    terms.sector[organisation.sector],
    html`${stanceMark(context, stance)}${!counted && html`<br><em>${words.notCounted}</em>`}`,
    context.moment(takenAt),
  ]);
  const takenAt = words.takenAt(context.zone);
  const columns = [words.organisation, words.sector, words.stance, takenAt];
  return table("positions", words.positionsOn(number), columns, [{ rows }]);
}

const stanceMark = ({ terms }: PageContext, stance: Stance): Html =>
  html`<span class="stance ${stance.toLowerCase()}">${terms.stance[stance]}</span>`;

/** A replaced version: its text, its responsible organisations and the positions on it. */
function replaced(context: PageContext, version: MinutesVersion): HtmlPart[] {
  const { words } = context;
  const { responsible, dueOn, positions } = version;
  const position = ({ organisation, stance, reason }: MinutesPosition) =>
    html`<li>${stanceMark(context, stance)}: ${isolated(organisation.name)}${
      reason && html` — <span class="text">${isolated(reason)}</span>`
    }</li>`;
  const facts = [
    entry(words.responsible, context.parties(responsible)),
    entry(words.due, dueOn && context.dates.date(dueOn)),
  ];
  const content = [
    html`<p class="text">${isolated(version.text)}</p>`,
    joined(facts, "\n").length > 0 && html`<dl>${facts}</dl>`,
    positions.length > 0 &&
      html`<p>${words.positionsOn(version.number)}:</p>\n<ul>${byStance(context, positions).map(position)}</ul>`,
  ];
  return joined(content, "\n");
}

/** Every version with its author and reason; null when the text was never amended. */
function history(context: PageContext, versions: readonly MinutesVersion[]): Html | null {
  const { words } = context;
  if (versions.length < 2) return null;
  const current = versions.at(-1);
  const each = (version: MinutesVersion) => html`<li>
<p class="who"><strong>${words.version(version.number)}</strong> — ${context.party(version.organisation)}, ${context.instant(version.writtenAt)}</p>
${version.reason && html`<p><span class="label">${words.changedBecause}:</span> <span class="text">${isolated(version.reason)}</span></p>`}
${version === current ? html`<p>${words.currentVersion}</p>` : replaced(context, version)}
</li>`;
  return html`<section class="history">
<h4>${words.history}</h4>
<ol>${versions.map(each)}</ol>
</section>`;
}

/** The numbers of the positions that counted; null when they are unknown or all zero. */
function tallyOf(words: MinutesWords, decision: MinutesDecision): string | null {
  const { agree, agreeWithReservation, object, abstain } = decision;
  if (agree === null || agreeWithReservation === null || object === null || abstain === null) {
    return null;
  }
  const taken = agree + agreeWithReservation + object + abstain;
  return taken > 0 ? words.tally({ agree, agreeWithReservation, object, abstain }) : null;
}

/** The decision as a sentence: `Agreed by consensus, on …, with … present: 9 agreed, …`. */
function decisionOf(
  context: PageContext,
  { decision, decidedAt, status }: MinutesOutcome,
): HtmlPart {
  const { words, terms } = context;
  if (!decision) return `${words.undecided}.`;
  const { method, attending, invited } = decision;
  const known = attending !== null && invited !== null;
  const circumstances = joined(
    [
      `${terms.status[status]} ${terms.method[method]}`,
      decidedAt && context.instant(decidedAt),
      known && words.presentThen(attending, invited),
    ],
    ", ",
  );
  const tally = tallyOf(words, decision);
  return html`${circumstances}${tally && html`: <strong>${tally}</strong>`}.`;
}

/** The vote: its opening and its electorate. */
function voteOf(context: PageContext, { vote }: MinutesOutcome): HtmlPart {
  if (!vote) return null;
  const { openedAt, voices, electorate } = vote;
  const opened = context.words.voteOpened(context.instant(openedAt), voices);
  return html`${opened}:<br>${context.parties(electorate)}`;
}

function earlierOutcome(
  { words }: PageContext,
  earlier: MinutesEarlier | null | undefined,
): HtmlPart {
  if (!earlier) return null;
  const { text, deliberation } = earlier;
  return html`<span class="text">“${isolated(text)}”</span> ${words.earlierFrom} ${isolated(deliberation.name)}`;
}

/** One outcome: its text, decision, responsible organisations, objections, positions and history. */
export function outcomeHtml(context: PageContext, outcome: MinutesOutcome): Html {
  const { words, terms, dates } = context;
  const { number, status, versions, sources } = outcome;
  const current = versions.at(-1);
  if (!current) throw new Error(`Outcome ${outcome.id} of the minutes has no text`);
  const { text, responsible, dueOn, positions } = current;
  const facts = joined(
    [
      entry(words.proposedBy, outcome.proposedBy && context.party(outcome.proposedBy)),
      entry(words.responsible, context.parties(responsible)),
      entry(words.due, dueOn && dates.date(dueOn)),
      entry(words.vote, voteOf(context, outcome)),
      entry(words.supersedes, earlierOutcome(context, outcome.supersedes)),
      entry(words.takesUp, earlierOutcome(context, outcome.takesUp)),
      entry(words.sources, sources.length > 0 ? context.sources(sources) : null),
    ],
    "\n",
  );
  const content = [
    html`<header><h3>${words.outcome} ${number}</h3> <span class="status ${status.toLowerCase()}">${terms.status[status]}</span></header>`,
    html`<p class="text statement">${isolated(text)}</p>`,
    html`<p class="decision">${decisionOf(context, outcome)}</p>`,
    outcome.reason &&
      html`<p><span class="label">${words.reason}:</span> <span class="text">${isolated(outcome.reason)}</span></p>`,
    facts.length > 0 && html`<dl>${facts}</dl>`,
    reasons(context, "OBJECT", positions),
    reasons(context, "AGREE_WITH_RESERVATION", positions),
    positionsTable(context, current),
    history(context, versions),
  ];
  return html`<article class="outcome">
${joined(content, "\n")}
</article>`;
}
