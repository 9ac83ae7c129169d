import { expect } from "@jest/globals";
import type pg from "pg";

// A deliberation, replayed from the ledger line by line: each line must follow from those
// before it, whatever happened at the same time. So the order in the ledger explains every result.

interface Diff {
  before: unknown;
  after: unknown;
}

/** A line of the ledger about a part of a deliberation. */
interface Line {
  position: number;
  operation: string;
  entity: string;
  id: string;
  kind: "CREATED" | "UPDATED" | "DELETED";
  diff: Record<string, Diff>;
}

type Stance = "AGREE" | "AGREE_WITH_RESERVATION" | "OBJECT" | "ABSTAIN";

interface CurrentPosition {
  stance: Stance;
  textVersion: number;
}

interface OutcomeState {
  textVersion: number;
  status: string;
  voting: boolean;
  vote?: Vote;
  /** By organisation; those on replaced texts too. */
  positions: Map<string, CurrentPosition>;
}

/** The electorate of a vote, and the quorum of its opening. */
interface Vote {
  electorate: string[];
  invited: number;
  attending: number;
}

interface Decision {
  method: string;
  agree: number;
  agreeWithReservation: number;
  object: number;
  abstain: number;
  invited: number;
  attending: number;
}

/** A deliberation after the lines so far. */
export class ReplayedOutcomes {
  /** Invited organisations with their sectors, and those that are there. */
  readonly invited = new Map<string, string>();
  readonly present = new Set<string>();
  readonly outcomes = new Map<string, OutcomeState>();
  closed = false;
  private readonly invitations = new Map<string, string>();
  private readonly positions = new Map<string, [outcome: string, organisation: string]>();

  /** Tells what the ledger holds of it; throws at the line that does not follow. */
  static async of(sql: pg.Pool, deliberation: string): Promise<ReplayedOutcomes> {
    const { rows } = await sql.query<Line>(
      `select position::float8 as position, operation, entity, entity_id as id, kind, diff
       from change where deliberation_id = $1 order by position`,
      [deliberation],
    );
    const reported = new ReplayedOutcomes();
    for (const line of rows) reported.apply(line);
    return reported;
  }

  apply(line: Line): void {
    try {
      this.follow(line);
    } catch (error) {
      const { position, operation, entity } = line;
      throw new Error(`At ${position}, ${operation} of ${entity}: ${(error as Error).message}`);
    }
  }

  private follow(line: Line): void {
    const { entity, operation } = line;
    if (entity === "Deliberation") this.meeting(line);
    if (["Invitation", "Outcome", "OutcomePosition", "OutcomeVersion"].includes(entity)) {
      expect({ operation, closed: this.closed }).toEqual({ operation, closed: false });
    }
    if (entity === "Invitation") this.attendance(line);
    if (entity === "Outcome") this.outcome(line);
    if (entity === "OutcomePosition") this.position(line);
  }

  private meeting({ diff }: Line): void {
    if (diff.status?.after !== "CLOSED") return;
    this.closed = true;
    const undecided = [...this.outcomes.values()].filter(({ status }) => status === "PROPOSED");
    expect(undecided).toEqual([]);
  }

  private attendance({ id, kind, diff }: Line): void {
    if (kind === "CREATED") {
      const organisation = String(diff.organisation?.after);
      expect(this.invited.has(organisation)).toBe(false);
      this.invitations.set(id, organisation);
      this.invited.set(organisation, String(diff.sector?.after));
    }
    if (kind === "UPDATED" && diff.attendance) {
      const organisation = this.invitations.get(id) ?? "";
      const stretches = diff.attendance.after as { leftAt: string | null }[];
      const comes = stretches.at(-1)?.leftAt === null;
      expect(this.present.has(organisation)).toBe(!comes);
      if (comes) this.present.add(organisation);
      else this.present.delete(organisation);
    }
  }

  private outcome({ id, kind, diff }: Line): void {
    if (kind === "CREATED") {
      expect(diff.number?.after).toBe(this.outcomes.size + 1);
      const status = String(diff.status?.after);
      this.outcomes.set(id, { textVersion: 1, status, voting: false, positions: new Map() });
      return;
    }
    const outcomeState = this.talk(id);
    expect(outcomeState.status).toBe("PROPOSED");
    if (diff.textVersion) this.amended(outcomeState, diff.textVersion);
    if (diff.votingSince?.after) {
      expect(outcomeState.voting).toBe(false);
      expect(this.isMufakat(outcomeState)).toBe(false);
      this.expectQuorum(outcomeState);
      const vote = diff.vote?.after as Vote;
      const electors = new Set([...this.present, ...this.countedOrganisations(outcomeState)]);
      expect(vote.electorate).toEqual([...electors].sort());
      Object.assign(outcomeState, { voting: true, vote });
    }
    if (diff.decision) this.decided(outcomeState, diff);
  }

  private amended(outcomeState: OutcomeState, { before, after }: Diff): void {
    expect([before, after]).toEqual([outcomeState.textVersion, outcomeState.textVersion + 1]);
    expect(outcomeState.voting).toBe(false);
    outcomeState.textVersion += 1;
  }

  private decided(outcomeState: OutcomeState, diff: Record<string, Diff>): void {
    const decision = diff.decision?.after as Decision;
    const status = String(diff.status?.after);
    expect(decision).toEqual({
      method: decision.method,
      agree: this.counted(outcomeState, "AGREE"),
      agreeWithReservation: this.counted(outcomeState, "AGREE_WITH_RESERVATION"),
      object: this.counted(outcomeState, "OBJECT"),
      abstain: this.counted(outcomeState, "ABSTAIN"),
      invited: decision.method === "VOTE" ? outcomeState.vote?.invited : this.invited.size,
      attending: decision.method === "VOTE" ? outcomeState.vote?.attending : this.present.size,
    });
    const { method, object, agree, agreeWithReservation } = decision;
    const isMufakat = this.isMufakat(outcomeState);
    if (method === "MUFAKAT")
      expect([status, isMufakat, outcomeState.voting]).toEqual(["AGREED", true, false]);
    if (status === "REJECTED" && method === "CONVENER" && isMufakat)
      expect(() => this.expectQuorum(outcomeState)).toThrow();
    if (method === "VOTE") {
      const carries = agree + agreeWithReservation > object;
      expect([outcomeState.voting, status]).toEqual([true, carries ? "AGREED" : "REJECTED"]);
    }
    if (method === "MUFAKAT") this.expectQuorum(outcomeState);
    outcomeState.status = status;
    outcomeState.voting = false;
  }

  private position({ id, kind, diff }: Line): void {
    const [outcome, organisation] =
      kind === "CREATED"
        ? [String(diff.outcome?.after), String(diff.organisation?.after)]
        : (this.positions.get(id) ?? ["", ""]);
    const outcomeState = this.talk(outcome);
    const before = this.current(outcomeState).get(organisation);
    const textVersion = Number(diff.textVersion?.after ?? before?.textVersion);
    expect({
      textVersion,
      present: this.present.has(organisation),
      status: outcomeState.status,
    }).toEqual({
      textVersion: outcomeState.textVersion,
      present: true,
      status: "PROPOSED",
    });
    expect(before !== undefined).toBe(kind !== "CREATED");
    const stance = (diff.stance?.after ?? before?.stance) as Stance;
    outcomeState.positions.set(organisation, { stance, textVersion });
    this.positions.set(id, [outcome, organisation]);
  }

  private talk(outcome: string): OutcomeState {
    const outcomeState = this.outcomes.get(outcome);
    if (!outcomeState) throw new Error(`No outcome ${outcome} was proposed`);
    return outcomeState;
  }

  private current({ positions, textVersion }: OutcomeState): Map<string, CurrentPosition> {
    return new Map([...positions].filter(([, position]) => position.textVersion === textVersion));
  }

  /** Those whose positions count: the electorate's; else those of who is there, and all objections. */
  private countedOrganisations({ voting, vote, ...rest }: OutcomeState): string[] {
    const counted = [...this.current({ voting, ...rest })].filter(([organisation, { stance }]) =>
      voting
        ? vote?.electorate.includes(organisation)
        : this.present.has(organisation) || stance === "OBJECT",
    );
    return counted.map(([organisation]) => organisation);
  }

  private counted(outcomeState: OutcomeState, stance: Stance): number {
    const current = this.current(outcomeState);
    const counted = this.countedOrganisations(outcomeState);
    return counted.filter((organisation) => current.get(organisation)?.stance === stance).length;
  }

  /** Nobody objects, and at least half agree; the quorum apart. */
  private isMufakat(outcomeState: OutcomeState): boolean {
    const of = (stance: Stance) => this.counted(outcomeState, stance);
    const agreeing = of("AGREE") + of("AGREE_WITH_RESERVATION");
    return of("OBJECT") === 0 && agreeing > 0 && agreeing >= of("ABSTAIN");
  }

  /** The quorum that a deliberation has unless it says otherwise: every sector, and half. */
  private expectQuorum(outcomeState: OutcomeState): void {
    const spoke = [...this.current(outcomeState).keys()].filter((one) => this.present.has(one));
    const sectors = new Set(spoke.map((one) => this.invited.get(one)));
    expect([...sectors].sort()).toEqual([...new Set(this.invited.values())].sort());
    expect(this.present.size * 2).toBeGreaterThanOrEqual(this.invited.size);
  }
}
