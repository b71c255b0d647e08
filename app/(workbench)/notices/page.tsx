import type { Metadata } from "next";
import { NoticeList } from "#components/threads/notice-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageContext } from "#lib/access/session.ts";
import { listNotices } from "#lib/threads/notices.ts";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  const first = await listNotices(await pageContext(), { limit: 50 });
  return (
    <>
      <PageHeader title="Notices">
        What others said to you, and about your annotations. Letters about it are a setting of your
        account.
      </PageHeader>
      <NoticeList first={first} />
    </>
  );
}
