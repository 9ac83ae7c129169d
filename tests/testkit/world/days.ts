/** A calendar date in Jakarta, so many days from today. */
export const dayInJakarta = (days = 0): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(
    new Date(Date.now() + days * 86_400_000),
  );
