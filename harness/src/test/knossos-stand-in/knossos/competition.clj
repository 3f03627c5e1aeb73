(ns knossos.competition
  "STAND-IN for Knossos, for tests of our interop; see knossos.model. It tries every order."
  (:require [knossos.model :as model]))

(defn- operations
  "Invocations with their completions; one without is never known to have ended."
  [history]
  (for [{:keys [process type index] :as op} history
        :when (= type :invoke)
        :let [completion (first (filter #(and (= process (:process %)) (> (:index %) index) (not= :invoke (:type %)))
                                        history))]
        :when (not= :fail (:type completion))]
    {:op (if (= :ok (:type completion)) (assoc op :value (:value completion)) op)
     :invoked index
     :completion (when (= :ok (:type completion)) completion)}))

(defn- explains?
  [model left]
  (or (not-any? :completion left)
      (some (fn [{:keys [op invoked] :as one}]
              (and (not-any? #(and (:completion %) (< (:index (:completion %)) invoked)) left)
                   (let [after (model/step model op)]
                     (and (not (model/inconsistent? after))
                          (explains? after (remove #(= one %) left))))))
            left)))

(defn- up-to
  [history op]
  (take-while #(<= (:index %) (:index op)) history))

(defn analysis
  "Knossos' result map: :valid? true, false or :unknown; with the op that could not be linearized."
  [model history]
  (doseq [op history]
    (assert (and (:process op) (:f op) (:index op) (contains? op :value) (#{:invoke :ok :fail :info} (:type op)))
            (str "no op map: " op)))
  (let [oks (filter #(= :ok (:type %)) history)
        failing (first (remove #(explains? model (operations (up-to history %))) oks))
        before (last (take-while #(not= failing %) oks))]
    (cond
      (> (count oks) 12) {:valid? :unknown, :cause :out-of-memory, :analyzer :stand-in}
      failing {:valid? false, :op failing, :previous-ok before, :last-op before, :configs [], :final-paths [],
               :analyzer :stand-in}
      :else {:valid? true, :configs [], :final-paths [], :analyzer :stand-in})))
