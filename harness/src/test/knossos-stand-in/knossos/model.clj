(ns knossos.model
  "STAND-IN for Knossos, for tests of our interop where Knossos itself cannot be had: the same names and shapes, written
  by us and as simple as can be. It is never on the class path of the program.")

(defprotocol Model
  (step [model op] "The model after op, or inconsistent."))

(defrecord Inconsistent [msg]
  Model
  (step [this _] this))

(defn inconsistent
  [msg]
  (->Inconsistent msg))

(defn inconsistent?
  [model]
  (instance? Inconsistent model))

(defrecord CASRegister [value]
  Model
  (step [_ {:keys [f] v :value}]
    (case f
      :write (->CASRegister v)
      :cas (let [[from to] v]
             (if (= from value) (->CASRegister to) (inconsistent (str "can't CAS " value " from " from " to " to))))
      :read (if (or (nil? v) (= v value)) (->CASRegister value) (inconsistent (str "can't read " v " from " value))))))

(defn cas-register
  ([] (cas-register nil))
  ([value] (->CASRegister value)))

(defrecord Mutex [locked?]
  Model
  (step [_ {:keys [f]}]
    (case f
      :acquire (if locked? (inconsistent "already held") (->Mutex true))
      :release (if locked? (->Mutex false) (inconsistent "not held")))))

(defn mutex
  []
  (->Mutex false))
