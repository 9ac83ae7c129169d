/** Where a province stands on the tile map, from the north-west, and its short name (ISO 3166-2:ID). */
export interface Tile {
  short: string;
  column: number;
  row: number;
}

const tile = (short: string, column: number, row: number): Tile => ({ short, column, row });

/**
 * The tile map of the 38 provinces by their codes: one tile each, placed so that neighbours stand beside each
 * other as on the map, from Aceh to Papua. The hub has no boundaries of its own.
 */
// biome-ignore format: one line an island group reads as the map does.
export const provinceTiles: Readonly<Record<string, Tile>> = {
  11: tile("AC", 0, 0), 12: tile("SU", 1, 1), 13: tile("SB", 1, 2), 14: tile("RI", 2, 2),
  21: tile("KR", 3, 2), 17: tile("BE", 1, 3), 15: tile("JA", 2, 3), 16: tile("SS", 2, 4),
  19: tile("BB", 3, 4), 18: tile("LA", 2, 5),
  36: tile("BT", 2, 6), 31: tile("JK", 3, 6), 32: tile("JB", 4, 6), 33: tile("JT", 5, 6),
  34: tile("YO", 5, 7), 35: tile("JI", 6, 6),
  51: tile("BA", 7, 6), 52: tile("NB", 8, 6), 53: tile("NT", 9, 6),
  61: tile("KB", 4, 3), 62: tile("KT", 5, 3), 63: tile("KS", 5, 4), 64: tile("KI", 6, 3),
  65: tile("KU", 6, 2),
  75: tile("GO", 8, 2), 71: tile("SA", 9, 2), 72: tile("ST", 8, 3), 76: tile("SR", 7, 4),
  73: tile("SN", 8, 4), 74: tile("SG", 9, 4),
  82: tile("MU", 10, 3), 81: tile("MA", 10, 5),
  96: tile("PD", 11, 3), 92: tile("PB", 12, 3), 91: tile("PA", 13, 3), 94: tile("PT", 12, 4),
  95: tile("PE", 13, 4), 93: tile("PS", 13, 5),
};

/** How many columns and rows the tile map has. */
export const tileColumns = 14;
export const tileRows = 8;
