// The Leaflet map itself: a blank base with fine lines, or Tianditu where the page was given a key. CGCS2000, drawn as WGS-84.
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'
import { caseKinds } from '../../../../contract/src/cases-life.ts'
import type { Out } from '../../platform/api.ts'
import { tokens } from '../../platform/theme.ts'
import { usePick, useWords } from '../../platform/words.ts'
import type { MapPoint } from './map-point.ts'
import { mapWords } from './map-words.ts'

interface CaseMapProps {
  readonly points: readonly MapPoint[]
  readonly places: Out<'GET /api/places/map'> | undefined
  readonly at: string | undefined
  readonly choose: (id: string) => void
}
const tiandituKey = () => document.querySelector('meta[name="linli-tianditu"]')?.getAttribute('content')?.trim() ?? ''
const tianditu = (layer: 'vec' | 'cva', key: string) =>
  L.tileLayer(`https://t{s}.tianditu.gov.cn/DataServer?T=${layer}_w&x={x}&y={y}&l={z}&tk=${encodeURIComponent(key)}`, {
    subdomains: '01234567',
    maxZoom: 18,
  })
/** Farther out than this, names are left out and pins are dots. */
const nearZoom = 15
/** A letter in a shape, so that the kind is not told by colour alone: urgent square, late with a ring. */
const pin = (point: MapPoint, letter: string, isHere: boolean) =>
  L.divIcon({
    className: '',
    iconSize: [28, 28],
    html: `<span class="pin pin-${point.kind}${point.overdue ? ' is-late' : ''}${isHere ? ' is-here' : ''}">${letter}</span>`,
  })

export const CaseMap = (props: CaseMapProps) => {
  const say = useWords(mapWords)
  const box = useRef<HTMLDivElement>(null)
  const map = useLeaflet(box)
  useGrids(map, props.places)
  usePins(map, props)
  return (
    <div className="map-box">
      <div ref={box} className="map" role="application" aria-label={say.map} />
      <p className="map-base quiet">{tiandituKey() ? say.tianditu : say.base}</p>
    </div>
  )
}
const useLeaflet = (box: React.RefObject<HTMLDivElement | null>) => {
  const say = useWords(mapWords)
  const map = useRef<L.Map | null>(null)
  useEffect(() => {
    if (!box.current) return undefined
    const made = L.map(box.current, { zoomControl: false, attributionControl: false, minZoom: 9, maxZoom: 19 }).setView(
      [30, 105],
      12,
    )
    L.control.zoom({ position: 'topright', zoomInTitle: say.zoomIn, zoomOutTitle: say.zoomOut }).addTo(made)
    const mark = () => made.getContainer().classList.toggle('is-far', made.getZoom() < nearZoom)
    made.on('zoomend', mark)
    mark()
    const key = tiandituKey()
    if (key) for (const layer of ['vec', 'cva'] as const) tianditu(layer, key).addTo(made)
    map.current = made
    return () => {
      made.remove()
      map.current = null
    }
  }, [box, say])
  return map
}
type MapRef = React.RefObject<L.Map | null>
const latLng = ([lon, lat]: readonly [number, number]): [number, number] => [lat, lon]
const text = (words: string) => {
  const span = document.createElement('span')
  span.textContent = words
  return span
}
const useGrids = (map: MapRef, places: CaseMapProps['places']) => {
  useEffect(() => {
    if (!map.current || !places) return undefined
    const group = L.featureGroup().addTo(map.current)
    for (const grid of places.grids) {
      if (!grid.boundary) continue
      L.polygon(grid.boundary.map(latLng), {
        color: tokens.info,
        weight: 1.5,
        opacity: 0.7,
        fillOpacity: 0.05,
        interactive: false,
      })
        .bindTooltip(text(grid.name), { permanent: true, direction: 'center', className: 'grid-name' })
        .addTo(group)
    }
    for (const estate of places.estates) {
      if (!estate.position) continue
      L.circleMarker([estate.position.lat, estate.position.lon], {
        radius: 4,
        color: tokens.quiet,
        weight: 1.5,
        fillColor: '#fff',
        fillOpacity: 1,
        interactive: false,
      })
        .bindTooltip(text(estate.name), { permanent: true, direction: 'right', className: 'estate-name' })
        .addTo(group)
    }
    const bounds = group.getBounds()
    if (bounds.isValid()) map.current.fitBounds(bounds, { padding: [24, 24] })
    return () => void group.remove()
  }, [map, places])
}
const usePins = (map: MapRef, { points, places, at, choose }: CaseMapProps) => {
  const pick = usePick()
  const latest = useRef({ choose, pick })
  latest.current = { choose, pick }
  const hasGrids = places?.grids.some((grid) => grid.boundary) ?? false
  useEffect(() => {
    if (!map.current) return undefined
    const group = L.featureGroup().addTo(map.current)
    for (const point of points) {
      const kind = latest.current.pick(caseKinds[point.kind])
      L.marker([point.position.lat, point.position.lon], {
        icon: pin(point, kind.slice(0, 1), point.id === at),
        // The list beside the map is the keyboard's way to the same cases.
        keyboard: false,
        title: `${kind} ${point.number} ${point.words.slice(0, 40)}`,
        zIndexOffset: point.id === at ? 1000 : 0,
      })
        .on('click', () => latest.current.choose(point.id))
        .addTo(group)
    }
    return () => void group.remove()
  }, [map, points, at])
  useEffect(() => {
    if (!map.current || hasGrids || points.length === 0) return
    map.current.fitBounds(L.latLngBounds(points.map((point) => [point.position.lat, point.position.lon])), {
      padding: [32, 32],
      maxZoom: 16,
    })
  }, [map, hasGrids, points])
  useEffect(() => {
    const point = points.find((one) => one.id === at)
    if (map.current && point)
      map.current.setView([point.position.lat, point.position.lon], Math.max(16, map.current.getZoom()))
    // Only when another case is chosen: the map stays where the person moved it.
  }, [at])
}
