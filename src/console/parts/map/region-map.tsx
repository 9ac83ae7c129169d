import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { useText } from "../../language/language.js";
import styles from "./map.module.css";
import {
  type MapLayout,
  type MapPlace,
  type MapShape,
  nextPlace,
  shades,
  shading,
} from "./place.js";

const texts = {
  place: { id: "{name}: {figure}", en: "{name}: {figure}" },
  missing: { id: "Tidak ada di peta: {names}.", en: "Not on the map: {names}." },
};

/** Where a region of the map leads to. */
export interface MapLink {
  href: (place: MapPlace) => string;
  open: (place: MapPlace) => void;
}

/** What stands at both ends of the legend, and what the map is coloured from. */
export interface MapScale {
  from: "zero" | "least";
  least: string;
  most: string;
}

interface ShownPlace {
  place: MapPlace;
  shape: MapShape;
  words: string;
  shade: number;
}

/** One region: a link where the map leads anywhere, else a picture that says its figure. */
function Region({
  shown: { place, shape, words, shade },
  link,
  ...control
}: {
  shown: ShownPlace;
  link: MapLink | undefined;
  tabIndex: number;
  onFocus: () => void;
  onPointerEnter: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const shared = {
    ...{ ...control, className: styles.place, "aria-label": words },
    ...{ "data-province": place.code, "data-shade": shade },
  };
  const form = <path d={shape.path} />;
  if (!link) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes the focus to say its figure.
      <g {...shared} role="img">
        {form}
      </g>
    );
  }
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.open(place);
  };
  return (
    <a {...shared} href={link.href(place)} onClick={onClick}>
      {form}
    </a>
  );
}

/** What stands on the drawing for the eye alone: regions without a figure, below, and short names, above. */
function Empty({ shapes }: { shapes: readonly MapShape[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of forms takes no focus.
    <g aria-hidden="true" className={styles.empty}>
      {shapes.map(({ path }) => (
        <path key={path} d={path} />
      ))}
    </g>
  );
}

/** The short names on tiles; each region says its name in full. */
function Letters({ shapes }: { shapes: readonly (MapShape & { shade: number })[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of letters takes no focus.
    <g aria-hidden="true" className={styles.letters}>
      {shapes.map(({ x, y, short, shade }) =>
        short ? (
          <text key={short} data-shade={shade} x={x} y={y}>
            {short}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Legend({ words, scale }: { words: string; scale: MapScale }) {
  return (
    <p className={styles.legend} aria-hidden="true">
      <strong className={styles.words}>{words}</strong>
      {scale.least}
      {Array.from({ length: shades + 1 }, (_, shade) => shade)
        .slice(scale.from === "zero" ? 0 : 1)
        .map((shade) => (
          <span key={shade} data-shade={shade} />
        ))}
      {scale.most}
    </p>
  );
}

/** The regions that the drawing has, with their words and shades; those that it lacks; forms without a figure. */
function useShown(places: readonly MapPlace[], layout: MapLayout, scale: MapScale) {
  const t = useText();
  const shadeOf = shading(places, scale.from);
  const shown = places.flatMap((place): ShownPlace[] => {
    const shape = layout.shapes.get(place.code);
    const { name, figure } = place;
    const words = t(texts.place, {
      name: shape?.short ? `${name} (${shape.short})` : name,
      figure,
    });
    return shape ? [{ place, shape, words, shade: shadeOf(place) }] : [];
  });
  const missing = places.filter(
    ({ code, value }) => value !== null && value !== 0 && !layout.shapes.has(code),
  );
  const codes = new Set(shown.map(({ place }) => place.code));
  const empty = [...layout.shapes].flatMap(([code, shape]) => (codes.has(code) ? [] : [shape]));
  return { shown, missing, empty };
}

/** The drawing in what says its purpose: ways to somewhere, or a group of figures. */
function Frame({ label, isWay, children }: { label: string; isWay: boolean; children: ReactNode }) {
  return isWay ? (
    <nav aria-label={label} className={styles.figure}>
      {children}
    </nav>
  ) : (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and this is a drawing.
    <div role="group" aria-label={label} className={styles.figure}>
      {children}
    </div>
  );
}

/**
 * Regions where they lie, coloured by their figures. Arrow keys move between them; the table beside it, or at
 * its switch, has the same figures.
 */
export function RegionMap({
  label,
  places,
  layout,
  scale,
  link,
}: {
  label: string;
  places: readonly MapPlace[];
  layout: MapLayout;
  scale: MapScale;
  link?: MapLink | undefined;
}) {
  const t = useText();
  const map = useRef<SVGSVGElement>(null);
  const { shown, missing, empty } = useShown(places, layout, scale);
  const [chosen, setCurrent] = useState("");
  const current = shown.find(({ place }) => place.code === chosen) ?? shown[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = current && nextPlace(layout, current.place.code, event.key);
    if (!next) return;
    event.preventDefault();
    map.current?.querySelector<SVGElement>(`[data-province="${next}"]`)?.focus();
  };
  return (
    <Frame label={label} isWay={link !== undefined}>
      <svg ref={map} role="presentation" viewBox={layout.viewBox} className={styles.map}>
        <Empty shapes={empty} />
        {shown.map((one) => {
          const choose = () => setCurrent(one.place.code);
          return (
            <Region
              key={one.place.code}
              {...{ shown: one, link, onKeyDown }}
              tabIndex={one === current ? 0 : -1}
              onFocus={choose}
              onPointerEnter={choose}
            />
          );
        })}
        <Letters
          shapes={[
            ...shown.map(({ shape, shade }) => ({ ...shape, shade })),
            ...empty.map((shape) => ({ ...shape, shade: 0 })),
          ]}
        />
      </svg>
      <Legend words={current?.words ?? ""} scale={scale} />
      {missing.length > 0 ? (
        <p className="small soft">
          {t(texts.missing, { names: missing.map(({ name }) => name).join(", ") })}
        </p>
      ) : null}
    </Frame>
  );
}
