import type { ChildProcess } from "node:child_process";
import { log } from "#lib/log.ts";
import { BEGUN } from "./begun.ts";
import { startChild, type ChildOptions } from "./start-child.ts";

export type PoolOptions = ChildOptions & {
  /** Most children at work at once. */
  readonly size: number;
  /** How long a child may work on one job. */
  readonly timeLimitMs: number;
  /** A child is replaced after so many jobs: what a parser leaves behind goes with it. */
  readonly jobsPerChild: number;
  /** A child without work is let go after so long. */
  readonly idleMs: number;
};

export type Pool = {
  /**
   * Give a child one value, and get the value that it answers with. Rejects with a LostChild where
   * the job took the child along.
   */
  run(job: unknown): Promise<unknown>;
  /** End all children; jobs under way are lost. */
  close(): void;
  /** The ids of the children there are, for those who look on. */
  pids(): number[];
};

/** A job took its child along: it ran too long, took too much memory, or ended it in another way. */
export class LostChild extends Error {
  readonly reason: "time" | "memory" | "crash";
  /** Whether the child had the job in hand. */
  readonly hadBegun: boolean;

  constructor(reason: LostChild["reason"], message: string, hadBegun: boolean) {
    super(message);
    this.name = "LostChild";
    this.reason = reason;
    this.hadBegun = hadBegun;
  }
}

/**
 * A few processes that do dangerous work: each job has one for itself, and one that runs too long or
 * takes too much memory is killed and replaced. The children end with the process that made the pool,
 * however that one ends, and never keep it alive.
 */
export function makePool(options: PoolOptions): Pool {
  const waiting: Job[] = [];
  const children = new Set<Member>();

  function next(): void {
    const job = waiting[0];
    if (!job) return;
    let member = [...children].find(({ isBusy }) => !isBusy);
    if (!member && children.size < options.size) member = hire();
    if (!member) return;
    waiting.shift();
    void work(member, job);
  }

  function hire(): Member {
    const { child, ready } = startChild(options);
    const member: Member = { child, ready, isBusy: false, jobs: 0, idle: null };
    children.add(member);
    child.once("exit", () => dismiss(member));
    return member;
  }

  function dismiss(member: Member): void {
    children.delete(member);
    if (member.idle) clearTimeout(member.idle);
    if (member.child.exitCode === null) member.child.kill("SIGKILL");
  }

  async function work(member: Member, job: Job): Promise<void> {
    member.isBusy = true;
    if (member.idle) clearTimeout(member.idle);
    hold(member.child, true);
    try {
      await member.ready;
      job.resolve(await ask(member.child, job.value, options.timeLimitMs));
    } catch (error) {
      dismiss(member);
      // A child that ended before it had begun was lost to something else.
      const isInnocent = error instanceof LostChild && !error.hadBegun && job.tries++ === 0;
      if (isInnocent) waiting.unshift(job);
      else job.reject(error);
    } finally {
      release(member);
      next();
    }
  }

  function release(member: Member): void {
    member.isBusy = false;
    member.jobs++;
    hold(member.child, false);
    if (member.jobs >= options.jobsPerChild) dismiss(member);
    else if (children.has(member)) {
      member.idle = setTimeout(() => dismiss(member), options.idleMs).unref();
    }
  }

  return {
    run: (value) =>
      new Promise((resolve, reject) => {
        waiting.push({ value, resolve, reject, tries: 0 });
        next();
      }),
    close: () => {
      for (const member of children) dismiss(member);
    },
    pids: () => [...children].flatMap(({ child }) => (child.pid === undefined ? [] : [child.pid])),
  };
}

type Job = {
  readonly value: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** How many children ended before they had begun it. */
  tries: number;
};

type Member = {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  isBusy: boolean;
  jobs: number;
  idle: NodeJS.Timeout | null;
};

/** A child at work keeps this process alive, one without work does not. */
function hold(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function ask(child: ChildProcess, value: unknown, timeLimitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let isTimeOver = false;
    let hadBegun = false;
    const timer = setTimeout(() => {
      isTimeOver = true;
      child.kill("SIGKILL");
    }, timeLimitMs);
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      settle();
      reject(lost(isTimeOver, code, signal, hadBegun));
    };
    const onMessage = (said: unknown) => {
      if (said === BEGUN) {
        hadBegun = true;
        return;
      }
      settle();
      resolve((said as { answer: unknown }).answer);
    };
    const settle = () => {
      clearTimeout(timer);
      child.off("exit", onExit);
      child.off("message", onMessage);
    };
    child.once("exit", onExit);
    child.on("message", onMessage);
    // Where the child has gone already, its exit says why.
    child.send(value as object, (error) => {
      if (error) log.debug("A job could not be handed over.", { error });
    });
    if (child.exitCode !== null || child.signalCode !== null) {
      onExit(child.exitCode, child.signalCode);
    }
  });
}

/** V8 aborts at its limit; the child's own watch, or the system, kills what takes too much besides. */
function lost(
  isTimeOver: boolean,
  code: number | null,
  signal: string | null,
  hadBegun: boolean,
): LostChild {
  const how = signal ?? `status ${code}`;
  if (isTimeOver) return new LostChild("time", "The child was killed: its time was over.", true);
  const isMemory = signal === "SIGABRT" || signal === "SIGKILL" || code === 134 || code === 137;
  return isMemory
    ? new LostChild("memory", `The child ended for want of memory (${how}).`, hadBegun)
    : new LostChild("crash", `The child ended (${how}).`, hadBegun);
}
