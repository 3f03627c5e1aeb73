(ns knossos.history
  "STAND-IN for Knossos, for tests of our interop; see knossos.model.")

(defn index
  "The history with an :index in every op."
  [history]
  (vec (map-indexed (fn [i op] (assoc op :index i)) history)))
