import { useFormats } from "../language/formats.js";

/** An instant: how long ago it is, and when exactly where one points at it. */
export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const formats = useFormats();
  return (
    <time dateTime={at} title={formats.time(at)}>
      {exact ? formats.time(at) : formats.relative(at)}
    </time>
  );
}

/** The time of a place, with its zone where the reader's clock shows another. */
export function PlaceTime({ at, zone }: { at: string; zone: string }) {
  const formats = useFormats();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <time dateTime={at}>
      {formats.time(at)}
      {zone === here ? null : <span className="soft"> ({formats.time(at, zone)})</span>}
    </time>
  );
}

/** A calendar date. */
export function Day({ on }: { on: string }) {
  const { date } = useFormats();
  return <time dateTime={on}>{date(on)}</time>;
}
