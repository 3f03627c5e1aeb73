(ns dev.yank.harness.knossos.engine
  "Just-in-time linearization in the style of Knossos, over immutable configurations: the independent second opinion.

  Written to be believed rather than to be fast: every configuration after every completion, no ordering heuristics and
  no notion of which operations matter. It shares no code with the search of the model.

  A history is a sequence of op maps with :process, :type, :f and :value; :type is :invoke, :ok or :info."
  (:import (clojure.lang PersistentQueue)
           (dev.yank.harness.knossos Asked)
           (dev.yank.model.spec Effect SequentialSpec)
           (java.util.function BooleanSupplier)))

(set! *warn-on-reflection* true)

(defprotocol Model
  (step [model op] "The model after op has taken effect, or an inconsistency."))

(defrecord Inconsistent [msg])

(defn inconsistent
  "Says that an op cannot take effect."
  [msg]
  (->Inconsistent msg))

(defn inconsistent?
  [model]
  (instance? Inconsistent model))

(defn successors
  "The states in which a specification may be after an op, coming from any of some states."
  [^SequentialSpec spec states op]
  (let [^Asked asked (:value op)
        response (.response asked)]
    (into #{}
          (for [state states
                ^Effect effect (.effects spec state (.operation asked))
                :when (or (nil? response) (.equals ^Object response (.response effect)))]
            (.next effect)))))

;; All the states in which a specification may be: with a set of them, a choice is a single step.
(defrecord SpecModel [spec states]
  Model
  (step [_ op]
    (let [after (successors spec states op)]
      (if (empty? after)
        (inconsistent (str "cannot take effect: " (:value op)))
        (->SpecModel spec after)))))

(defn spec-model
  [^SequentialSpec spec]
  (->SpecModel spec #{(.initial spec)}))

;; A configuration: the model, and the processes whose open operations have taken effect.
(defrecord Configuration [model placed])

(defn- expansions
  "The configurations that one more open operation leads to."
  [{:keys [model placed]} open]
  (for [[process op] open
        :when (not (contains? placed process))
        :let [after (step model op)]
        :when (not (inconsistent? after))]
    (->Configuration after (conj placed process))))

(defn- complete
  "The configurations in which the operation of a process has taken effect, with that operation forgotten; nil if the
  search was stopped."
  [configurations open process ^BooleanSupplier stop]
  (loop [queue (into PersistentQueue/EMPTY configurations)
         seen (set configurations)
         complete #{}]
    (cond
      (empty? queue) complete
      (.getAsBoolean stop) nil
      :else
      (let [configuration (peek queue)]
        (if (contains? (:placed configuration) process)
          (recur (pop queue) seen (conj complete (update configuration :placed disj process)))
          (let [fresh (remove seen (distinct (expansions configuration open)))]
            (recur (into (pop queue) fresh) (into seen fresh) complete)))))))

(defn analysis
  "Whether a history is linearizable: {:valid? true}, or {:valid? false, :op the completion that no configuration
  passes}, or {:valid? :unknown} if `stop` said so."
  [model history stop]
  (loop [configurations #{(->Configuration model #{})}
         open {}
         events (seq history)]
    (if-let [{:keys [process type] :as op} (first events)]
      (case type
        :invoke (recur configurations (assoc open process op) (next events))
        :info (recur configurations open (next events))
        :ok (let [after (complete configurations open process stop)]
              (cond
                (nil? after) {:valid? :unknown, :op op}
                (empty? after) {:valid? false, :op op}
                :else (recur after (dissoc open process) (next events)))))
      {:valid? true})))

(defn check
  "Judges a history by a specification."
  [spec history stop]
  (analysis (spec-model spec) history stop))
