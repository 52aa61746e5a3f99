import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Attributes<P> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style' | keyof P>;

/** Mantine's components with the router's types: `to`, `params` and `search` are checked. */
export const TextLink = createLink((props: AnchorProps & Attributes<AnchorProps>) => <Anchor {...props} />);
export const MenuLink = createLink((props: NavLinkProps & Attributes<NavLinkProps>) => <NavLink {...props} />);
export const ButtonLink = createLink((props: ButtonProps & Attributes<ButtonProps>) => (
  <Button component="a" {...props} />
));
/** A card that is a link. */
export const CardLink = createLink((props: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...props} />);
