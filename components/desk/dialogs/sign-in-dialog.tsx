"use client";

import { signIn } from "next-auth/react";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

/** The session has ended in the middle of work: asks for the password over the page, and goes on. */
export function SignInDialog() {
  const desk = useDesk();
  const connection = useDeskState((state) => state.connection);
  const waiting = useDeskState((state) => state.queue.length);
  const formId = useId();
  const giveBack = useFocusReturn();
  const [isTrying, setTrying] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { email } = desk.data.me;

  async function submit(password: string): Promise<void> {
    setTrying(true);
    const answer = await signIn("password", { email, password, redirect: false }).catch(() => null);
    setTrying(false);
    if (answer?.ok) {
      setRefusal(null);
      desk.say("Signed in again.");
      desk.retry();
      giveBack();
    } else {
      setRefusal(
        answer?.status === 401
          ? "This password does not fit, or there were too many attempts. Wait a minute, then try again."
          : "The server does not answer. Nothing is lost; try again.",
      );
    }
  }

  return (
    <Dialog
      title="Your session has ended"
      description={
        waiting === 0
          ? "Sign in to go on where you are."
          : `Sign in to go on where you are. ${waiting === 1 ? "1 change is" : `${waiting} changes are`} kept here and will be sent.`
      }
      open={connection === "signed-out"}
      actions={
        <>
          <Button onClick={() => window.open("/sign-in", "_blank", "noopener")}>
            Sign in another way
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={isTrying}>
            Sign in
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(String(new FormData(event.currentTarget).get("password") ?? ""));
        }}
      >
        <p>
          You were signed in as <strong>{email}</strong>
        </p>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label="Password" name="password" error={refusal}>
          <TextInput type="password" autoComplete="current-password" required autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}
