;;; session.el --- A user of Emacs with flood.plan.yaml open  -*- lexical-binding: t -*-

;;; Commentary:
;; Looks at the finding, asks what an id means, corrects and saves the plan, renames an organization.
;; What was seen goes into the file that REPORT names.

;;; Code:
;; Debian keeps the package of Emacs 28 where `-Q' does not look.
(let ((default-directory "/usr/share/emacs/site-lisp/elpa-src/"))
  (when (file-directory-p default-directory)
    (normal-top-level-add-subdirs-to-load-path)))
(require 'cl-lib)
(require 'flymake)
(require 'json)

(defconst session-configuration (expand-file-name "govplan.el" (file-name-directory load-file-name)))

(defun session-wait-for (what condition)
  "Let processes and timers work until CONDITION holds; WHAT says what is awaited."
  (let ((deadline (+ (float-time) 15)))
    (while (not (funcall condition))
      (when (> (float-time) deadline)
        (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun session-visit (file)
  "Open FILE as a user does: eglot connects when the command is over."
  (find-file file)
  (run-hooks 'post-command-hook)
  (session-wait-for "the server" #'eglot-current-server)
  (flymake-start)
  (current-buffer))

(defun session-find (text)
  "Put the cursor at the beginning of TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0))
  (skip-chars-forward " "))

(defun session-finding (diagnostic)
  "What Emacs knows of DIAGNOSTIC."
  (let ((finding (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
    (list :line (line-number-at-pos (flymake-diagnostic-beg diagnostic))
          :type (symbol-name (flymake-diagnostic-type diagnostic))
          :code (plist-get finding :code)
          :message (plist-get finding :message))))

(defun session-hover ()
  "What eglot says about the id at the cursor."
  (let (hover)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
    (session-wait-for "the hover" (lambda () hover))
    (substring-no-properties hover)))

(defun session-run ()
  "Do what the user does; return what was seen."
  (let ((library (session-visit "library/organizations.plan.yaml"))
        (server (eglot-current-server))
        findings hover corrected)
    (session-visit "../flood.plan.yaml")
    (unless (eq server (eglot-current-server))
      (error "The files of one project have two servers"))
    (session-wait-for "the finding" #'flymake-diagnostics)
    (setq findings (mapcar #'session-finding (flymake-diagnostics)))
    (session-find "  blue-sky:")
    (setq hover (session-hover))
    (session-find "blue-skye")
    (search-forward "blue-skye")
    (replace-match "blue-sky")
    (save-buffer)
    (session-wait-for "the finding to go" (lambda () (not (flymake-diagnostics))))
    (setq corrected (buffer-string))
    (session-find "  county:")
    (eglot-rename "lea-county")
    (list :findings (vconcat findings)
          :hover hover
          :corrected corrected
          :renamed (list :plan (buffer-string)
                         :library (with-current-buffer library (buffer-string))))))

(defun session-report ()
  "What was seen, or why nothing was."
  (if (not (require 'eglot nil t))
      (list :unavailable "this Emacs has no eglot, which is built in from version 29")
    (condition-case problem
        (progn
          (load session-configuration nil t)
          (session-run))
      (error (list :problem (error-message-string problem))))))

(let ((report (session-report))
      (coding-system-for-write 'utf-8))
  (write-region (json-encode report) nil (getenv "REPORT")))
;;; session.el ends here
