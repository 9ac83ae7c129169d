/** A source of the hub. */
interface ListedSource {
  publisher: string;
  date: string | null;
  note: string | null;
  address: string | null;
}

/** Where figures come from: who published them, when, and the address. */
export function SourceLinks({ sources }: { sources: readonly ListedSource[] }) {
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
