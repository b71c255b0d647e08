import { describe, expect, it, vi } from "vitest";
import { DomainError } from "#lib/errors.ts";
import { streamResponse } from "./stream-response.ts";

describe("a streamed response", () => {
  it("carries the pieces in order, with its headers", async () => {
    const response = await streamResponse({ "Content-Type": "text/csv" }, async (sink) => {
      for (const piece of ["a", "ü", "😀"]) await sink(piece);
    });
    expect(response.headers.get("content-type")).toBe("text/csv");
    expect(await response.text()).toBe("aü😀");
  });

  it("is an ordinary refusal when it fails before the first piece", async () => {
    const failing = streamResponse({}, () => Promise.reject(new DomainError("not-found", "No.")));
    await expect(failing).rejects.toMatchObject({ code: "not-found" });
  });

  it("breaks off when it fails later, so that the part is not taken for the whole", async () => {
    const response = await streamResponse({}, async (sink) => {
      await sink("half");
      throw new DomainError("state", "The words do not stand there.");
    });
    await expect(response.text()).rejects.toThrow();
  });

  it("is written no faster than it is read", async () => {
    const written: number[] = [];
    const response = await streamResponse({}, async (sink) => {
      for (let index = 0; index < 1_000; index++) {
        await sink("x".repeat(1_000));
        written.push(index);
      }
    });
    await vi.waitFor(() => expect(written.length).toBeGreaterThanOrEqual(0));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written.length).toBeLessThan(10);
    expect((await response.text()).length).toBe(1_000_000);
  });

  it("gives up a reader that takes nothing", async () => {
    const ended = Promise.withResolvers<unknown>();
    await streamResponse(
      {},
      async (sink) => {
        try {
          for (;;) await sink("x");
        } catch (error) {
          ended.resolve(error);
          throw error;
        }
      },
      30,
    );
    expect(await ended.promise).toMatchObject({
      message: "The reader has taken nothing for too long.",
    });
  });
});
