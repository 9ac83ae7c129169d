import fc from "fast-check";

/**
 * Any text of whole characters, unassigned ones too: what fast-check's unit `binary` draws. That one first
 * makes a table of all 1,112,064 of them, which takes a second or two.
 */
export const anyText = (): fc.Arbitrary<string> => {
  const point = fc.oneof(
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  );
  return fc.array(point).map((points) => String.fromCodePoint(...points));
};
