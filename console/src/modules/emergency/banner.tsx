// Above every page of the console while an emergency holds where the person works.
import { Link } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useApi } from '../../platform/api.ts'
import { useWords } from '../../platform/words.ts'
import './emergency.css'
import { words } from './words.ts'

export default function EmergencyBanner() {
  const say = useWords(words)
  const now = useApi('GET /api/emergency/now', {}, { every: 60_000 })
  const working = (now.data ?? []).filter((one) => one.works || one.myTasks > 0)
  if (working.length === 0) return null
  return (
    <aside className="emergency-banner" aria-label={say.title}>
      {working.map((one) => (
        <Link key={one.id} to={`/emergency/${one.id}`}>
          <Siren size={16} aria-hidden />
          <strong>{say.bannerIn(one.area)}</strong>
          <span>{one.name}</span>
          {one.myTasks > 0 ? <span>{say.bannerMine(one.myTasks)}</span> : null}
        </Link>
      ))}
    </aside>
  )
}
