import type { Language } from "../../../../platform/errors.js";
import { type Html, type HtmlPart, html } from "../../../../platform/html.js";
import type { Sector } from "../../../stakeholders/index.js";
import type {
  MinutesAttendance,
  MinutesDocument,
  MinutesOutcome,
  MinutesParty,
} from "../minutes-document.js";
import { outcomeHtml } from "./outcome.js";
import { entry, isolated, joined, PageContext, type RowGroup, table } from "./parts.js";
import { minutesStyle } from "./style.js";

/** An attending organisation's acknowledgement of the minutes. */
export interface AcknowledgedBy {
  organisationId: string;
  acknowledgedAt: string;
}

/** The data of the page that are not in the document. */
export interface MinutesHtmlOptions {
  /** The SHA-256 of the document's canonical JSON, in hexadecimal. */
  sha256: string;
  language: Language;
  acknowledgements?: readonly AcknowledgedBy[];
  /** The address of the same minutes in the other language; shown on a screen only. */
  otherLanguage?: string;
}

const attended = ({ intervals, presentAtClose, attendedBySource }: MinutesAttendance): boolean =>
  intervals.length > 0 || presentAtClose || attendedBySource === true;

const lines = (parts: readonly HtmlPart[]): HtmlPart => joined(parts, html`<br>`);

const chapter = (name: string, ...content: HtmlPart[]): Html => html`<section>
<h2>${name}</h2>
${joined(content, "\n")}
</section>`;

const letterhead = ({ words, terms, deliberation }: PageContext): Html => html`<header>
<p class="letterhead">${isolated(deliberation.convener.name)}</p>
<div class="title">
<h1>${words.minutes} <span>${terms.kind[deliberation.kind]}</span></h1>
<p>${isolated(deliberation.title)}</p>
</div>
</header>`;

function openingSentence(context: PageContext): Html {
  const { words, terms, dates, deliberation } = context;
  const { heldFrom, heldTo, place, kind, title, convener } = deliberation;
  const severalDays = heldFrom !== heldTo;
  const sentence = words.opening({
    when: severalDays ? dates.period(heldFrom, heldTo) : dates.weekday(heldFrom),
    severalDays,
    place: place === null ? null : isolated(place),
    kind: terms.kind[kind],
    title: isolated(title),
    convener: isolated(convener.name),
  });
  return html`<p>${sentence}</p>`;
}

function meeting(context: PageContext): Html {
  const { words, dates, deliberation } = context;
  const { programme, area, region, place, heldFrom, heldTo, recorded } = deliberation;
  const { openedAt, closedAt } = deliberation;
  const facts = [
    entry(words.convener, context.party(deliberation.convener)),
    entry(words.programme, programme && isolated(programme.name)),
    entry(words.area, area && isolated(area.name)),
    entry(
      words.region,
      region && html`${isolated(region.name)} <span class="aside">(${region.key})</span>`,
    ),
    entry(words.place, place && isolated(place)),
    entry(words.dates, dates.period(heldFrom, heldTo)),
    // A recorded meeting was not opened in the hub, except to enter its record.
    entry(words.opened, recorded ? null : context.instant(openedAt)),
    entry(recorded ? words.entered : words.closed, context.instant(closedAt)),
    entry(words.key, deliberation.key),
  ];
  return chapter(
    words.meeting,
    html`<dl>${facts}</dl>`,
    html`<p class="zone">${words.zone(context.zone)}</p>`,
  );
}

function agenda(context: PageContext): HtmlPart {
  const items = context.deliberation.agenda.map(({ title, startsAt, note }) => {
    const time = startsAt && html` <span class="aside">(${context.moment(startsAt)})</span>`;
    const remark = note && html`<br><span class="text">${isolated(note)}</span>`;
    return html`<li>${isolated(title)}${time}${remark}</li>`;
  });
  return items.length > 0 && chapter(context.words.agenda, html`<ol>${items}</ol>`);
}

function presence(context: PageContext, { intervals }: MinutesAttendance): HtmlPart {
  const { words } = context;
  if (intervals.length === 0) return words.neverCame;
  const by = (recorder?: MinutesParty | null) =>
    recorder && html` <span class="aside">(${words.recordedBy} ${isolated(recorder.name)})</span>`;
  const each = intervals.map(
    ({ arrivedAt, leftAt, arrivalRecordedBy, departureRecordedBy }) =>
      html`${context.moment(arrivedAt)}${by(arrivalRecordedBy)} ${
        leftAt === null
          ? words.untilClose
          : html`– ${context.moment(leftAt)}${by(departureRecordedBy)}`
      }`,
  );
  return lines(each);
}

/** A table of organisations by sector, under headings of the sectors; null without any. */
function bySector(
  { terms }: PageContext,
  found: readonly MinutesAttendance[],
  {
    caption,
    columns,
    row,
  }: {
    caption: string;
    columns: readonly string[];
    row: (one: MinutesAttendance) => HtmlPart[];
  },
): HtmlPart {
  const sectors = Map.groupBy(found, ({ organisation }) => organisation.sector);
  const groups = Object.entries(terms.sector).flatMap(([sector, heading]): RowGroup[] => {
    const rows = sectors.get(sector as Sector)?.map(row);
    return rows ? [{ heading, rows }] : [];
  });
  return groups.length > 0 && table("attendance", caption, columns, groups);
}

/** The invited organisations by sector, with their attendance. */
function attendance(context: PageContext, invited: readonly MinutesAttendance[]): HtmlPart {
  const { words } = context;
  if (invited.length === 0) return null;
  if (context.deliberation.recorded) return recordedAttendance(context, invited);
  const present = words.present(context.zone);
  const columns = [words.organisation, words.delegates, present, words.atClose];
  const row = (one: MinutesAttendance) => [
    isolated(one.organisation.name),
    lines(one.delegates.map(isolated)),
    presence(context, one),
    one.presentAtClose ? words.isPresent : words.isAbsent,
  ];
  const parts = { caption: words.invitedCaption, columns, row };
  return chapter(words.attendance, bySector(context, invited, parts));
}

/** A recorded meeting has no times of attendance: its sources say at most who attended, or was invited. */
function recordedAttendance(context: PageContext, found: readonly MinutesAttendance[]): HtmlPart {
  const { words } = context;
  const { attending = [], invited = [] } = Object.groupBy(found, ({ attendedBySource }) =>
    attendedBySource ? "attending" : "invited",
  );
  const columns = [words.organisation, words.delegates];
  const row = ({ organisation, delegates }: MinutesAttendance) => [
    isolated(organisation.name),
    lines(delegates.map(isolated)),
  ];
  const part = (name: string, caption: string, some: readonly MinutesAttendance[]) =>
    some.length > 0 && chapter(name, bySector(context, some, { caption, columns, row }));
  return joined(
    [
      part(words.attendance, words.attendedCaption, attending),
      part(words.invited, words.invitedCaption, invited),
    ],
    "\n",
  );
}

function quorum(context: PageContext, found: MinutesDocument["quorum"]): HtmlPart {
  const { words, terms, language, deliberation } = context;
  if (!found) return null;
  const missing = found.sectorsMissing.map((sector) => terms.sector[sector]);
  const list = new Intl.ListFormat(language).format(missing);
  return chapter(
    words.quorum,
    html`<p>${words.quorumRule(deliberation.quorumRule)}</p>`,
    html`<p>${words.quorumFigures(found)} <strong>${found.met ? words.quorumMet : words.quorumNotMet}</strong></p>`,
    missing.length > 0 && html`<p>${words.sectorsMissing}: ${list}.</p>`,
  );
}

function outcomes(context: PageContext, found: readonly MinutesOutcome[]): Html {
  const { words } = context;
  const none = html`<p>${words.noOutcomes}</p>`;
  const all = found.map((outcome) => outcomeHtml(context, outcome));
  return chapter(words.outcomes, ...(all.length > 0 ? all : [none]));
}

function signatures(
  context: PageContext,
  present: readonly MinutesAttendance[],
  acknowledgements: readonly AcknowledgedBy[],
): HtmlPart {
  const { words } = context;
  const when = new Map(acknowledgements.map((one) => [one.organisationId, one.acknowledgedAt]));
  const rows = present.map(({ organisation, delegates }) => {
    const at = when.get(organisation.id);
    const names = delegates.map(
      (delegate) => html`<br><span class="aside">${isolated(delegate)}</span>`,
    );
    return [
      html`${isolated(organisation.name)}${names}`,
      at && html`${words.acknowledged}:<br>${context.instant(at)}`,
    ];
  });
  const columns = [words.organisation, words.signature];
  return rows.length > 0 && table("signatures", words.attended, columns, [{ rows }]);
}

function acknowledgement(
  context: PageContext,
  document: MinutesDocument,
  acknowledgements: readonly AcknowledgedBy[],
): Html {
  const { words, dates } = context;
  const { place, closedAt, recorded, convener } = document.deliberation;
  const where = !recorded && place !== null && html`${isolated(place)}, `;
  return chapter(
    words.acknowledgement,
    html`<p>${words.closing}</p>`,
    html`<div class="convener">
<p>${where}${dates.date(dates.dayOf(closedAt))}<br>${words.convener},<br><strong>${isolated(convener.name)}</strong></p>
<p class="sign"></p>
</div>`,
    signatures(context, document.attendance.filter(attended), acknowledgements),
  );
}

const otherLanguage = ({ words }: PageContext, address: string | undefined): HtmlPart => {
  const { language, text } = words.inOtherLanguage;
  return (
    address &&
    html`<nav><a href="${address}" lang="${language}" hreflang="${language}" rel="alternate">${text}</a></nav>\n`
  );
};

/** The style of the footer: every printed page shows the hash of its document. */
const footer = (sha256: string): HtmlPart =>
  /^[0-9a-f]{64}$/.test(sha256) &&
  html`@page { @bottom-left { content: "SHA-256 ${sha256.slice(0, 16)}…"; } }\n`;

/**
 * The minutes as a page to read, print and sign. It has no script and loads nothing. It shows the contents
 * of the document and nothing else; the hash is that of the document.
 */
export function minutesHtml(document: MinutesDocument, options: MinutesHtmlOptions): string {
  const { sha256, language, acknowledgements = [] } = options;
  const { deliberation } = document;
  const context = new PageContext(deliberation, language);
  const { words } = context;
  const { recorded, sources } = deliberation;
  const content = [
    letterhead(context),
    openingSentence(context),
    recorded && html`<p class="recorded"><strong>${words.recorded}</strong></p>`,
    meeting(context),
    agenda(context),
    attendance(context, document.attendance),
    quorum(context, document.quorum),
    outcomes(context, document.outcomes),
    sources.length > 0 && chapter(words.sources, context.sources(sources)),
    acknowledgement(context, document, acknowledgements),
    chapter(
      words.authenticity,
      html`<p class="fingerprint">${sha256}</p>`,
      html`<p>${words.howToCheck}</p>`,
    ),
  ];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.minutes}: ${deliberation.title}</title>
<style>${minutesStyle}${footer(sha256)}</style>
</head>
<body>
${otherLanguage(context, options.otherLanguage)}<main>
${joined(content, "\n")}
</main>
</body>
</html>
`.text;
}
