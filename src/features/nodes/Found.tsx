import { Link } from '@tanstack/react-router'

/** The way to a contract or a twin. */
export const Found = ({ noun, id }: { noun: 'contract' | 'twin'; id: number }) => (
  <Link to="/lookup/$text" params={{ text: `${noun} ${id}` }} className="link mono">
    {id}
  </Link>
)
