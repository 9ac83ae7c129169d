import type { Language } from "../../../../platform/errors.js";
import { type Html, type HtmlPart, html } from "../../../../platform/html.js";
import type { TimeZone } from "../../../regions/index.js";
import {
  type MinutesDocument,
  type MinutesParty,
  type MinutesSource,
  zoneOfMinutes,
} from "../minutes-document.js";
import { type MinutesDates, minutesDates } from "./dates.js";
import { type MinutesTerms, minutesTerms } from "./terms.js";
import { type MinutesWords, minutesWords } from "./words.js";

/** A text from the document, isolated from the sentence around it: its script may run right to left. */
export const isolated = (text: string): Html => html`<bdi>${text}</bdi>`;

/** The parts with a separator between them; empty parts are left out. */
export const joined = (parts: readonly HtmlPart[], between: HtmlPart): HtmlPart[] =>
  parts
    .filter((part) => part !== null && part !== undefined && part !== false && part !== "")
    .flatMap((part, at) => (at === 0 ? [part] : [between, part]));

/** One row of a definition list; null when it has no value. */
export const entry = (term: string, value: HtmlPart): Html | null =>
  value === null || (Array.isArray(value) && value.length === 0)
    ? null
    : html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

/** Rows of a table under a heading of their own; a single group has no heading. */
export interface RowGroup {
  heading?: string;
  rows: HtmlPart[][];
}

/** A table. The first cell of a row is its heading; on a phone each cell shows the name of its column. */
export function table(
  className: string,
  caption: string,
  columns: readonly string[],
  groups: readonly RowGroup[],
): Html {
  const row = ([first, ...others]: HtmlPart[]) =>
    html`<tr><th scope="row">${first}</th>${others.map(
      (cell, at) => html`<td data-column="${columns[at + 1]}">${cell}</td>`,
    )}</tr>`;
  const group = ({ heading, rows }: RowGroup) => html`<tbody>
${heading && html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${heading}</th></tr>\n`}${joined(rows.map(row), "\n")}
</tbody>`;
  return html`<table class="${className}">
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
${joined(groups.map(group), "\n")}
</table>`;
}

/** The context of every part of the page: the meeting, and the words and formats of one language. */
export class PageContext {
  readonly words: MinutesWords;
  readonly terms: MinutesTerms;
  readonly dates: MinutesDates;
  /** The zone of all times: where the meeting was held. */
  readonly zone: TimeZone;

  constructor(
    readonly deliberation: MinutesDocument["deliberation"],
    readonly language: Language,
  ) {
    this.words = minutesWords[language];
    this.terms = minutesTerms[language];
    this.zone = zoneOfMinutes(deliberation);
    this.dates = minutesDates[language][this.zone];
  }

  /** An organisation with its sector, as `Bappeda Lebak (Pemerintah daerah)`. */
  party({ name, sector }: MinutesParty): Html {
    return html`${isolated(name)} <span class="aside">(${this.terms.sector[sector]})</span>`;
  }

  parties(parties: readonly MinutesParty[]): HtmlPart[] {
    return joined(
      parties.map((party) => this.party(party)),
      html`<br>`,
    );
  }

  /** An instant with its date. */
  instant(instant: string): string {
    const { dates, words, zone } = this;
    return words.onDay(dates.date(dates.dayOf(instant)), dates.time(instant), zone);
  }

  /** An instant of the meeting: its time, and its date unless that is the only day of the meeting. */
  moment(instant: string): string {
    const { dates, deliberation } = this;
    const { heldFrom, heldTo } = deliberation;
    const day = dates.dayOf(instant);
    const time = dates.time(instant);
    return heldFrom === heldTo && day === heldFrom ? time : `${dates.date(day)}, ${time}`;
  }

  sources(sources: readonly MinutesSource[]): Html {
    const source = ({ publisher, date, note, address }: MinutesSource) => {
      const when = date && html`, ${this.dates.date(date)}`;
      const about = note && html`<br><span class="text">${isolated(note)}</span>`;
      return html`<li>${isolated(publisher)}${when}${about}${address && html`<br>${linked(address)}`}</li>`;
    };
    return html`<ul class="sources">${sources.map(source)}</ul>`;
  }
}

/** An address as text, and as a link if it is a web address. */
const linked = (address: string): Html =>
  /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${isolated(address)}</a>`
    : isolated(address);
