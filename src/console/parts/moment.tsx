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

/** The time of a place, with what its own clock shows where the reader's shows another. */
export function PlaceTime({ at, zone }: { at: string; zone: string }) {
  const formats = useFormats();
  const there = formats.placeTime(at, zone);
  return (
    <time dateTime={at}>
      {formats.time(at)}
      {there === null ? null : <span className="soft"> ({there})</span>}
    </time>
  );
}

/** A calendar date. */
export function Day({ on }: { on: string }) {
  const { date } = useFormats();
  return <time dateTime={on}>{date(on)}</time>;
}
