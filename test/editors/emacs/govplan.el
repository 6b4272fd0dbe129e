(require 'eglot)

;; With yaml-mode or yaml-ts-mode installed, put its name in place of prog-mode: colours and indentation come from there.
(define-derived-mode governance-plan-mode prog-mode "Plan"
  "Major mode for the governance layer of emergency plans."
  (setq-local comment-start "# "
              indent-tabs-mode nil))

(add-to-list 'auto-mode-alist '("\\.plan\\.ya?ml\\'" . governance-plan-mode))
(add-to-list 'eglot-server-programs '(governance-plan-mode . ("govplan" "lsp" "--stdio")))
(add-hook 'governance-plan-mode-hook #'eglot-ensure)
