import { Outlet } from '@tanstack/react-router';
import { useKeptFocus } from '@/ui/useKeptFocus';

/** The root of every page, signed in or not. */
export function App() {
  useKeptFocus();
  return <Outlet />;
}
