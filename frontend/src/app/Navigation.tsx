import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/useMe';
import { MenuLink } from '@/ui/links';
import { mayOpen, pages } from './pages';

/** The pages that the user may open. A partner's users see their own company in place of all partners. */
export function Navigation() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  return pages.map((page) => {
    if (!page.nav || !mayOpen(page, me.role)) return null;
    const { label, icon: Icon } = page.nav;
    const own = page.to === '/partners' && !me.staff;
    const active = page.to === '/' ? pathname === '/' : pathname.startsWith(page.to);
    const link = own ? { to: '/partners/$id' as const, params: { id: me.partner?.id ?? '' } } : { to: page.to };
    return (
      <MenuLink
        key={page.to}
        {...link}
        label={own ? t('nav.company') : t(label)}
        active={active}
        aria-current={active ? 'page' : undefined}
        leftSection={<Icon size={18} stroke={1.7} />}
        mb={2}
        style={{ borderRadius: 8 }}
        fw={active ? 600 : 500}
      />
    );
  });
}
