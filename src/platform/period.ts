/** The first and the last day of a period, as `2023-07-03`. */
export interface PeriodDates {
  startsOn: string;
  endsOn: string;
}

const pattern = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

const monthText = (month: number): string => String(month).padStart(2, "0");

/** The first and the last month of a half-year, quarter, month or year. */
function monthsOf(half?: string, quarter?: string, month?: string): [first: number, last: number] {
  if (half) return [Number(half) * 6 - 5, Number(half) * 6];
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (month) return [Number(month), Number(month)];
  return [1, 12];
}

/** The dates of a period like `2023`, `2023-S1`, `2023-Q2` or `2023-06`; undefined for other texts. */
export function periodDates(text: string): PeriodDates | undefined {
  const [, year, half, quarter, month] = pattern.exec(text) ?? [];
  if (!year || year === "0000") return undefined;
  const [first, last] = monthsOf(half, quarter, month);
  // Only `setUTCFullYear` takes years below 100 as they are; other ways count them from 1900.
  const end = new Date(0);
  end.setUTCFullYear(Number(year), last, 0);
  return {
    startsOn: `${year}-${monthText(first)}-01`,
    endsOn: `${year}-${monthText(last)}-${monthText(end.getUTCDate())}`,
  };
}
