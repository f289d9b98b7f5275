// The number of a case as a link to its page.
import { Link } from '@tanstack/react-router'

export const NumberLink = ({ id, number }: { readonly id: string; readonly number: string }) => (
  <Link to={`/cases/${id}`}>{number}</Link>
)
