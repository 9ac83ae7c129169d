import type { IndicatorFigureFragment } from "../../generated/graphql.js";

/** Where figures come from: who published them, when, and the address. */
export function SourceLinks({ sources }: { sources: IndicatorFigureFragment["sources"] }) {
  return (
    <ul className="plain small">
      {sources.map(({ publisher, date, note, address }) => (
        <li key={`${publisher} ${date} ${note}`}>
          {address ? (
            <a href={address} rel="noreferrer noopener" target="_blank">
              {publisher}
            </a>
          ) : (
            publisher
          )}
          {date ? `, ${date}` : null}
          {note ? <span className="soft">: {note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
