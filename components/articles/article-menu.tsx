import { Download, Ellipsis, Pencil } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { MenuItem, MenuLink } from "#components/ui/menu-item.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { TableRow } from "#lib/articles/articles-table.ts";

type Props = { projectId: string; row: TableRow; onEdit: (() => void) | null };

/** What else can be done with an article of the list. */
export function ArticleMenu({ projectId, row, onEdit }: Props) {
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More for “${row.title}”`} icon={<Ellipsis aria-hidden />} />}
    >
      {onEdit && (
        <MenuItem onSelect={onEdit} icon={<Pencil aria-hidden />}>
          Edit title and details
        </MenuItem>
      )}
      <MenuLink
        href={`/projects/${projectId}/export?article=${row.id}`}
        icon={<Download aria-hidden />}
      >
        Export this article
      </MenuLink>
    </Menu>
  );
}
