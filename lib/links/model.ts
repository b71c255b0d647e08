import { z } from "zod";

export const LINK_TYPES = ["denies", "attributes", "same-claim", "narrows", "contradicts"] as const;
export const LinkType = z.enum(LINK_TYPES);
export type LinkType = z.infer<typeof LinkType>;

export const LinkInput = z.object({
  type: LinkType,
  from: z.uuid().toLowerCase(),
  to: z.uuid().toLowerCase(),
});
export type LinkInput = z.infer<typeof LinkInput>;

export type Link = {
  id: string;
  projectId: string;
  type: LinkType;
  from: string;
  to: string;
  version: number;
  author: { id: string; name: string };
  createdAt: string;
  updatedAt: string;
};
