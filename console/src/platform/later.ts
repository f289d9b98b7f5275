// A value that follows another after it has been still for a moment, so that typing does not ask at every key.
import { useEffect, useState } from 'react'

export const useLater = <T>(value: T, milliseconds: number): T => {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return later
}
