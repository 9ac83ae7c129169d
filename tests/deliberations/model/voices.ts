import { sectors } from "../../testkit/deliberations/test-deliberation.js";

// Rule 1 of domain.md as far as it is arithmetic: whose voice it is, which positions count, what they add up
// to, and the quorum. It knows nothing of a database. Each clause can be switched off, to see that a hub that
// breaks it would be seen.

export const stances = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;
export type Stance = (typeof stances)[number];

/** The clauses of rule 1; a mutant is a model without one of them. */
export const law = {
  /** An objection stands though its holder left. */
  standingObjection: true,
  /** Those who may vote are those of the moment when the vote was opened. */
  frozenElectorate: true,
  /** A vote counts though its caster left. */
  votesOfLeavers: true,
  /** An organisation and the parts below it are one voice, that of the highest one attending. */
  oneVoiceWithParts: true,
  /** Parts of one organisation that does not attend are one voice. */
  oneVoiceOfSiblings: true,
  /** One person speaks for one organisation in a meeting. */
  onePerson: true,
  /** At least half of those who took a position agree. */
  halfAgrees: true,
  /** The quorum is never down to nobody. */
  neverNobody: true,
  /** What mufakat holds for is not rejected. */
  mufakatIsNotRejected: true,
  /** Nor is it by the departure of those who took a position on it. */
  departuresRejectNothing: true,
  /** A meeting does not close while a vote is open. */
  noCloseOverVote: true,
  /** A text that does not differ clears no positions. */
  sameWordsKeep: true,
};
export type Clauses = typeof law;
export type Clause = keyof Clauses;

/** An invited organisation. */
export interface VoiceSeat<Id> {
  sector: string;
  /** The organisations that it is part of, the nearest first. */
  above: readonly Id[];
  isPresent: boolean;
}

export interface Said<Id> {
  party: Id;
  stance: Stance;
}

export interface Quorum {
  met: boolean;
  attending: number;
  invited: number;
  needed: number;
  sectorsMissing: string[];
}

export interface Rule {
  everySector: boolean;
  share: number;
}

/** The voices of a meeting as it stands: who is invited, and who attends. */
export class Voices<Id> {
  constructor(
    private readonly seats: ReadonlyMap<Id, VoiceSeat<Id>>,
    private readonly clauses: Clauses = law,
  ) {}

  /** The invited organisations above one. */
  private above(party: Id): Id[] {
    if (!this.clauses.oneVoiceWithParts) return [];
    return (this.seats.get(party)?.above ?? []).filter((one) => this.seats.has(one));
  }

  /** The house of an organisation: the highest organisation that it is part of, invited or not. */
  house(party: Id): Id {
    const { oneVoiceWithParts, oneVoiceOfSiblings } = this.clauses;
    if (!oneVoiceWithParts) return party;
    const all = oneVoiceOfSiblings ? (this.seats.get(party)?.above ?? []) : this.above(party);
    return all.at(-1) ?? party;
  }

  private isPresent(party: Id): boolean {
    return this.seats.get(party)?.isPresent ?? false;
  }

  /** Whether it speaks for its house now: it attends, and nobody above it does. */
  isVoice(party: Id): boolean {
    return this.isPresent(party) && !this.above(party).some((one) => this.isPresent(one));
  }

  /** Whether nobody above it is invited. */
  isHighestInvited(party: Id): boolean {
    return this.above(party).length === 0;
  }

  /** The positions that count while no vote is open: those of voices, and objections that stand. */
  counted<One extends Said<Id>>(positions: readonly One[]): One[] {
    const speaks = (party: Id) =>
      this.isPresent(party) && positions.some((one) => one.party === party);
    const stands = ({ party, stance }: One) =>
      this.clauses.standingObjection && stance === "OBJECT" && !this.above(party).some(speaks);
    return positions.filter((one) => this.isVoice(one.party) || stands(one));
  }

  /** The positions that count in a vote: of its electorate, the highest of each line that voted. */
  votes<One extends Said<Id>>(positions: readonly One[], electorate: readonly Id[]): One[] {
    const { frozenElectorate, votesOfLeavers } = this.clauses;
    const may = (party: Id) => {
      if (!frozenElectorate) return this.isVoice(party);
      return electorate.includes(party) && (votesOfLeavers || this.isPresent(party));
    };
    const votes = (party: Id) => may(party) && positions.some((one) => one.party === party);
    return positions.filter(({ party }) => may(party) && !this.above(party).some(votes));
  }

  /** Who may vote if a vote is opened now: the voices that attend or left with a position, and standing objectors. */
  electorate(positions: readonly Said<Id>[]): Id[] {
    const voices = [...this.seats.keys()].filter((party) => this.isVoice(party));
    const hasLeft = ({ party }: Said<Id>) =>
      this.clauses.votesOfLeavers &&
      !this.isPresent(party) &&
      !this.above(party).some((one) => this.isPresent(one));
    const spoke = [...this.counted(positions), ...positions.filter(hasLeft)];
    return [...new Set([...voices, ...spoke.map(({ party }) => party)])];
  }

  /** The same meeting if none of these had left. */
  with(parties: readonly Id[]): Voices<Id> {
    const stays = ([party, seat]: [Id, VoiceSeat<Id>]) =>
      [party, { ...seat, isPresent: seat.isPresent || parties.includes(party) }] as const;
    return new Voices(new Map([...this.seats].map(stays)), this.clauses);
  }

  /** The number of houses. */
  houses(parties: readonly Id[]): number {
    return new Set(parties.map((party) => this.house(party))).size;
  }

  /** What the houses say: of equally high parts one's objection first, then abstention, then reservation. */
  tally(counted: readonly Said<Id>[]): Record<Stance, number> {
    const first: readonly Stance[] = ["OBJECT", "ABSTAIN", "AGREE_WITH_RESERVATION", "AGREE"];
    const said = Map.groupBy(counted, ({ party }) => this.house(party));
    const voices = [...said.values()].map((positions) =>
      first.find((stance) => positions.some((one) => one.stance === stance)),
    );
    const of = (stance: Stance) => voices.filter((one) => one === stance).length;
    return Object.fromEntries(stances.map((one) => [one, of(one)])) as Record<Stance, number>;
  }

  /** Whether at least half of those who took a position agree; of nobody, nobody does. */
  halfAgrees({ AGREE, AGREE_WITH_RESERVATION, OBJECT, ABSTAIN }: Record<Stance, number>): boolean {
    if (!this.clauses.halfAgrees) return true;
    const agreeing = AGREE + AGREE_WITH_RESERVATION;
    const isSome = agreeing > 0 || !this.clauses.neverNobody;
    return isSome && agreeing * 2 >= agreeing + OBJECT + ABSTAIN;
  }

  /**
   * The quorum; for an outcome a voice is heard when it took a position. A house has the sector of its highest
   * invited part; where several are equally high, the first in the order of the sectors.
   */
  quorum({ everySector, share }: Rule, isHeard: (party: Id) => boolean): Quorum | null {
    if (this.seats.size === 0) return null;
    const houses = [...Map.groupBy(this.seats.keys(), (party) => this.house(party)).values()];
    const firstSector = (parties: readonly Id[]) =>
      sectors.find((sector) => parties.some((party) => this.seats.get(party)?.sector === sector));
    const required = houses.map((parties) =>
      firstSector(parties.filter((party) => this.isHighestInvited(party))),
    );
    const heard = houses
      .map((parties) => firstSector(parties.filter((one) => this.isVoice(one) && isHeard(one))))
      .filter((sector) => sector !== undefined);
    const attending = houses.filter((all) => all.some((one) => this.isPresent(one))).length;
    const least = this.clauses.neverNobody ? 1 : 0;
    const needed = Math.max(least, Math.floor((houses.length * share + 99) / 100));
    const missing = sectors.filter((one) => required.includes(one) && !heard.includes(one));
    const isAnybody = heard.length > 0 || !this.clauses.neverNobody;
    return {
      met: attending >= needed && isAnybody && (!everySector || missing.length === 0),
      ...{ attending, invited: houses.length, needed, sectorsMissing: missing },
    };
  }
}
