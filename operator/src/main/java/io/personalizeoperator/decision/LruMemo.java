package io.personalizeoperator.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the values of a pure function for the keys asked for last, where computing them on
 * every pass would cost too much.
 *
 * @param <K> keys, compared by value
 * @param <V> values, never changed
 */
public final class LruMemo<K, V> {
  private final Function<K, V> function;
  private final Map<K, V> values;

  /**
   * Remembers nothing yet.
   *
   * @param most how many values at most; the one asked for longest ago goes first
   */
  public LruMemo(int most, Function<K, V> function) {
    this.function = function;
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value for a key, computed unless it is remembered. */
  public V of(K key) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V computed = function.apply(key);
    synchronized (values) {
      values.put(key, computed);
    }
    return computed;
  }
}
