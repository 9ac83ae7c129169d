import type { Config } from "../../platform/config.js";
import { HubError, unavailable } from "../../platform/errors.js";
import { FairSlots, type Release } from "../../platform/fair-slots.js";
import { Shares } from "../limits/index.js";

const tooMany = () =>
  unavailable({
    en: "The hub is processing as many files as it can; send this one again in a moment.",
    id: "Hub sedang mengerjakan berkas sebanyak yang mampu; coba lagi sebentar lagi.",
  });

const tooManyOwn = () =>
  new HubError("RATE_LIMITED", {
    en: "You already have as many files in process as one organisation or client may have; wait until they are done, then retry.",
    id: "Berkas Anda yang sedang dikerjakan sudah sebanyak yang boleh untuk satu lembaga atau klien; tunggu selesai, lalu coba lagi.",
  });

/** Takes from shares; throws when the party has to come later. */
function taken(shares: Shares, party: string, amount = 1): Release {
  const lacking = shares.lacking(party, amount);
  if (lacking) throw lacking === "own" ? tooManyOwn() : tooMany();
  return shares.take(party, amount);
}

/** The sender of an upload. */
export interface Sender {
  /** The organisation for which it sends. */
  organisation: string;
  /** The key of its client. */
  client: string;
}

/** The shared bounds of uploads, and of tables that are made for downloads. */
export class TransferLimits {
  /** Received uploads in work. */
  private readonly work: FairSlots;
  private readonly bodies: Shares;
  private readonly bodiesOfClients: Shares;
  private readonly making: Shares;
  /** The bytes on the disk. */
  private readonly disk: Shares;

  constructor(
    limits: Pick<Config["limits"], "uploads" | "uploadBodies" | "exports" | "spoolBytes">,
    /** The longest wait of a received upload for its slot, in milliseconds. */
    slotMs: number,
  ) {
    const { uploads, uploadBodies, exports, spoolBytes } = limits;
    const half = (total: number) => new Shares(total, Math.ceil(total / 2));
    this.work = new FairSlots({
      slots: uploads,
      perClient: Math.ceil(uploads / 2),
      waitMs: slotMs,
    });
    this.bodies = half(uploadBodies);
    this.bodiesOfClients = new Shares(uploadBodies, Math.ceil(uploadBodies / 4));
    this.making = half(exports);
    this.disk = half(spoolBytes);
  }

  /** Admits an upload of so many declared bytes; throws when it has to be sent later. */
  admit({ organisation, client }: Sender, bytes: number): Release {
    taken(this.disk, organisation, bytes)();
    const leave = taken(this.bodies, organisation);
    try {
      const leaveClient = taken(this.bodiesOfClients, client);
      return () => {
        leaveClient();
        leave();
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Admits the making of a table; throws when it has to be requested later. */
  admitMaking(client: string): Release {
    return taken(this.making, client);
  }

  /** The disk space of one file, which grows with it; throws when there is no more. */
  space(party: string): { grow(bytes: number): void; release: Release } {
    const parts: Release[] = [];
    return {
      grow: (bytes) => parts.push(taken(this.disk, party, bytes)),
      release: () => {
        for (const release of parts.splice(0)) release();
      },
    };
  }

  /** Runs `work` in a slot of the organisation; UNAVAILABLE when there is none in time. */
  inSlot<T>(organisation: string, work: () => Promise<T>): Promise<T> {
    return this.work.run({ key: organisation, isVisitor: false }, work);
  }
}
