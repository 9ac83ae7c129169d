import type { Fault } from "../../platform/errors.js";
import { fault } from "../common/index.js";

// The rules of a group's figures, for mutations and bulk imports alike. Each returns the faults
// that it finds, at paths below the given one.

/** The number of members of a group. */
export interface Members {
  members: number;
  women?: number | null | undefined;
  men?: number | null | undefined;
}

/** The maximum number of members of a group. */
export const mostMembers = 1000;

function wholeFaults(number: number, least: number, most: number, path: string): Fault[] {
  if (Number.isInteger(number) && number >= least && number <= most) return [];
  const en = `must be a whole number from ${least} to ${most}`;
  return [fault(path, en, `harus bilangan bulat dari ${least} sampai ${most}`)];
}

/** The faults of a group's members. Women and men add up to the members, and are never more. */
export function memberFaults({ members, women, men }: Members, path: string): Fault[] {
  const known = Object.entries({ women, men }).filter(([, count]) => typeof count === "number");
  const faults = [
    ...wholeFaults(members, 1, mostMembers, `${path}.members`),
    ...known.flatMap(([name, count]) =>
      wholeFaults(Number(count), 0, mostMembers, `${path}.${name}`),
    ),
  ];
  if (faults.length > 0) return faults;
  const sum = (women ?? 0) + (men ?? 0);
  if (sum > members) {
    const en = "is less than its women and men together";
    return [fault(`${path}.members`, en, "kurang dari jumlah perempuan dan laki-laki")];
  }
  if (known.length === 2 && sum < members) {
    const en = "is more than its women and men together";
    return [fault(`${path}.members`, en, "lebih dari jumlah perempuan dan laki-laki")];
  }
  return [];
}

/** The revenue and the jobs of a group; at least one of them must be known. */
export interface Results {
  revenue?: string | null | undefined;
  jobs?: number | null | undefined;
}

/** The maximum number of jobs of one group. */
export const mostJobs = 1_000_000;

/** The faults of a group's results. */
export function resultFaults({ revenue, jobs }: Results, path: string): Fault[] {
  if (typeof jobs === "number") return wholeFaults(jobs, 0, mostJobs, `${path}.jobs`);
  if (typeof revenue === "string") return [];
  return [fault(`${path}.revenue`, "give revenue or jobs", "berikan omzet atau jumlah pekerja")];
}
