// The outline of a place, drawn from its boundary: enough to see that it is the right shape.
interface BoundaryProps {
  readonly points: readonly (readonly [number, number])[]
  readonly label: string
}
export const Boundary = ({ points, label }: BoundaryProps) => {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const west = Math.min(...lons)
  const north = Math.max(...lats)
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const narrow = Math.cos((north * Math.PI) / 180)
  const width = Math.max((Math.max(...lons) - west) * narrow, 1e-6)
  const height = Math.max(north - Math.min(...lats), 1e-6)
  const scale = 100 / Math.max(width, height)
  const line = points
    .map(([lon, lat]) => `${((lon - west) * narrow * scale).toFixed(2)},${((north - lat) * scale).toFixed(2)}`)
    .join(' ')
  return (
    <svg
      role="img"
      aria-label={label}
      className="boundary"
      viewBox={`-4 -4 ${(width * scale + 8).toFixed(2)} ${(height * scale + 8).toFixed(2)}`}
    >
      <polygon points={line} />
    </svg>
  )
}
