(ns dev.yank.harness.knossos.engine
  "Just-in-time linearization in the style of Knossos, over immutable configurations: the independent second opinion.

  Written to be believed first: every configuration that matters after every completion, none followed before others.
  It shares no code with the searches of the model, only the specification.

  What keeps it quick enough for recorded histories:
  - a step is taken once for each model and operation;
  - an operation that only observes is placed as soon as it fits, in every configuration;
  - a lost operation that only observes is left out, and of equal lost ones the earliest is placed first;
  - of two configurations that differ in lost operations only, one that placed no other is enough.

  A history is a sequence of op maps with :process, :type, :f and :value; :type is :invoke, :ok or :info."
  (:import (clojure.lang PersistentQueue)
           (dev.yank.harness.knossos Asked)
           (dev.yank.model.spec Effect SequentialSpec)
           (java.util HashMap)
           (java.util.function BooleanSupplier)))

(set! *warn-on-reflection* true)

(defprotocol Model
  (step [model op] "The model after op has taken effect, or an inconsistency.")
  (observes? [model op] "Whether op leaves every model as it is."))

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
        (->SpecModel spec after))))
  (observes? [_ op]
    (let [^Asked asked (:value op)]
      (.onlyObserves ^SequentialSpec spec (.operation asked) (.response asked)))))

(defn spec-model
  [^SequentialSpec spec]
  (->SpecModel spec #{(.initial spec)}))

(defn- memoized-step
  "A step that is taken once for each model and value of an op."
  []
  (let [known (HashMap.)]
    (fn [model op]
      (let [question [model (:value op)]
            answer (.get known question)]
        (if (nil? answer)
          (let [after (step model op)]
            (.put known question after)
            after)
          answer)))))

;; A configuration: the model, the processes whose open operations have taken effect, and the lost operations that
;; have.
(defrecord Configuration [model placed lost])

(defn- with-completions
  "The history with :completes? in every invocation."
  [history]
  (loop [events (rseq (vec history)) completes #{} annotated ()]
    (if-let [{:keys [process type] :as op} (first events)]
      (case type
        :ok (recur (next events) (conj completes process) (conj annotated op))
        :info (recur (next events) (disj completes process) annotated)
        :invoke (recur (next events)
                       (disj completes process)
                       (conj annotated (assoc op :completes? (contains? completes process)))))
      annotated)))

(defn- observe
  "The configuration with all open observations placed that leave the model as it is. A model of several states, only
  some of which fit, has to wait."
  [steps {:keys [model placed] :as configuration} observers]
  (reduce-kv (fn [so-far process op]
               (if (or (contains? placed process) (not= model (steps model op)))
                 so-far
                 (update so-far :placed conj process)))
             configuration
             observers))

(defn- expansions
  "The configurations that one more open operation leads to."
  [steps {:keys [model placed lost]} {:keys [changers losers observers]}]
  (let [candidates (concat
                    (for [[process op] (concat changers observers) :when (not (contains? placed process))]
                      [op (conj placed process) lost])
                    ;; The first of equal ones that is left.
                    (for [[_ op] (reduce (fn [firsts op]
                                           (if (or (contains? lost (:number op)) (contains? firsts (:value op)))
                                             firsts
                                             (assoc firsts (:value op) op)))
                                         {}
                                         losers)]
                      [op placed (conj lost (:number op))]))]
    (for [[op placed lost] candidates
          :let [after (steps model op)]
          :when (not (inconsistent? after))]
      (observe steps (->Configuration after placed lost) observers))))

(defn- undominated
  "Without those that differ from another one only in having placed more lost operations."
  [configurations]
  (into #{}
        (mapcat (fn [[_ alike]]
                  (reduce (fn [kept {:keys [lost] :as configuration}]
                            (if (some #(every? lost (:lost %)) kept)
                              kept
                              (conj kept configuration)))
                          []
                          (sort-by #(count (:lost %)) alike))))
        (group-by (juxt :model :placed) configurations)))

(defn- complete
  "The configurations in which the operation of a process has taken effect, with that operation forgotten; nil if the
  search was stopped."
  [steps configurations open process ^BooleanSupplier stop]
  (loop [queue (into PersistentQueue/EMPTY configurations)
         seen (set configurations)
         complete #{}
         looked-at 0]
    (cond
      (empty? queue) (undominated complete)
      (and (zero? (bit-and looked-at 127)) (.getAsBoolean stop)) nil
      :else
      (let [configuration (peek queue)]
        (if (contains? (:placed configuration) process)
          (recur (pop queue) seen (conj complete (update configuration :placed disj process)) (inc looked-at))
          (let [fresh (remove seen (distinct (expansions steps configuration open)))]
            (recur (into (pop queue) fresh) (into seen fresh) complete (inc looked-at))))))))

(defn- invoke
  "The open operations with one more."
  [{:keys [changers losers observers] :as open} model {:keys [process completes?] :as op}]
  (cond
    (and completes? (observes? model op)) (assoc open :observers (assoc observers process op))
    completes? (assoc open :changers (assoc changers process op))
    (observes? model op) open
    :else (assoc open :losers (conj losers (assoc op :number (count losers))))))

(defn- forget
  [open process]
  (-> open (update :changers dissoc process) (update :observers dissoc process)))

(defn analysis
  "Whether a history is linearizable: {:valid? true}, or {:valid? false, :op the completion that no configuration
  passes}, or {:valid? :unknown} if `stop` said so, with the op at which it stopped and how many :passed before."
  [model history stop]
  (let [steps (memoized-step)]
    (loop [configurations #{(->Configuration model #{} #{})}
           open {:changers {} :losers [] :observers {}}
           events (seq (with-completions history))
           passed 0]
      (if-let [{:keys [process type] :as op} (first events)]
        (case type
          :invoke (let [open (invoke open model op)]
                    (recur (if (contains? (:observers open) process)
                             (into #{} (map #(observe steps % {process op})) configurations)
                             configurations)
                           open
                           (next events)
                           passed))
          :ok (let [after (complete steps configurations open process stop)]
                (cond
                  (nil? after) {:valid? :unknown, :op op, :cause :stopped, :passed passed}
                  (empty? after) {:valid? false, :op op}
                  :else (recur after (forget open process) (next events) (inc passed)))))
        {:valid? true}))))

(defn check
  "Judges a history by a specification."
  [spec history stop]
  (analysis (spec-model spec) history stop))
