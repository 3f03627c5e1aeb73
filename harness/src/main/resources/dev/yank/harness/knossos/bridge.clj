(ns dev.yank.harness.knossos.bridge
  "Presents our specifications to Knossos as models, and asks Knossos. Loaded only where Knossos is."
  (:require [dev.yank.harness.knossos.engine :as engine]
            [knossos.competition :as competition]
            [knossos.history :as history]
            [knossos.model :as model]))

(defrecord KnossosModel [spec states]
  model/Model
  (step [_ op]
    (let [after (engine/successors spec states op)]
      (if (empty? after)
        (model/inconsistent (str "cannot take effect: " (:value op)))
        (->KnossosModel spec after)))))

(defn check
  "Judges a history by a specification, with Knossos' result map. Knossos keeps no time of its own, so the call runs in
  a future that is left when `stop` says so; what it throws is a cause of not knowing."
  [^dev.yank.model.spec.SequentialSpec spec history ^java.util.function.BooleanSupplier stop]
  (let [result (future
                 (try
                   (competition/analysis (->KnossosModel spec #{(.initial spec)}) (history/index history))
                   (catch Throwable problem
                     {:valid? :unknown, :cause (str problem)})))]
    (loop []
      (let [answer (deref result 20 ::waiting)]
        (cond
          (not= answer ::waiting) answer
          (.getAsBoolean stop) (do (future-cancel result) {:valid? :unknown, :cause :timeout})
          :else (recur))))))
