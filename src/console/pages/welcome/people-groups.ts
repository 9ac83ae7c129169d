import type { DevelopmentPerson } from "../../session/session.js";

/** The people of one organisation; those without one, as the operator, have none. */
export interface PeopleGroup {
  organisation: string | null;
  sector: string | null;
  people: { person: DevelopmentPerson; roles: string[] }[];
}

/** People in groups by organisation: those whose name, address or organisation has the sought text. */
export function peopleGroups(people: readonly DevelopmentPerson[], sought: string): PeopleGroup[] {
  const text = sought.trim().toLowerCase();
  const groups = new Map<string | null, PeopleGroup>();
  for (const person of people) {
    const places = person.memberships.length > 0 ? person.memberships : [undefined];
    for (const place of places) {
      const words = [person.name, person.email, place?.organisation].join(" ").toLowerCase();
      if (!words.includes(text)) continue;
      const organisation = place?.organisation ?? null;
      const empty = { organisation, sector: place?.sector ?? null, people: [] };
      const group = groups.get(organisation) ?? empty;
      group.people.push({ person, roles: place?.roles ?? [] });
      groups.set(organisation, group);
    }
  }
  return [...groups.values()];
}
