import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Attributes<P> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style' | keyof P>;

/** Mantine's looks, the router's types: `to`, `params` and `search` are checked. */
export const TextLink = createLink((p: AnchorProps & Attributes<AnchorProps>) => <Anchor {...p} />);
export const MenuLink = createLink((p: NavLinkProps & Attributes<NavLinkProps>) => <NavLink {...p} />);
export const ButtonLink = createLink((p: ButtonProps & Attributes<ButtonProps>) => <Button component="a" {...p} />);
/** A whole card that leads somewhere. */
export const CardLink = createLink((p: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...p} />);
